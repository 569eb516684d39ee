import { RUBRIC_ITEMS } from '../../../shared/defaults'
import { RubricSchema } from '../../../shared/rubric'
import { UNANSWERED, isAnswered, writeRubric } from '../../store/takes/rubrics'
import { lowerStep } from '../bothVersions'
import { recordedBelonging } from '../belonging'

/** What the person answered to the four questions about the take; a row without an answer is as none. */
export const rubric = recordedBelonging({
  tables: [{ name: 'rubrics', owner: 'take_id' }],
  shape: {
    rubric: RubricSchema.nullable()
      .default(null)
      .transform((answers) => (answers && isAnswered(answers) ? answers : null)),
  },
  json: `json_object('rubric', json((SELECT json_object(${RUBRIC_ITEMS.map((item) => `'${item}', ${item}`).join(', ')})
    FROM rubrics WHERE take_id = takes.id)))`,
  write: (db, takeId, fields) => writeRubric(db, takeId, fields.rubric ?? UNANSWERED),
  merge: ({ rubric: here }, { rubric: there }) => {
    if (!here || !there) return { rubric: here ?? there }
    const both = { ...here }
    for (const item of RUBRIC_ITEMS) both[item] = lowerStep(here[item], there[item])
    return { rubric: both }
  },
  onRestore: 'goes back',
  isSearched: false,
})
