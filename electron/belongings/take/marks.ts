import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { MAX_MARKS_PER_TAKE } from '../../../shared/defaults'
import { MarkSchema, type Mark } from '../../../shared/marks'
import { newId } from '../../store/database/ids'
import { replaceMarks } from '../../store/takes/marks'
import { recordedBelonging } from '../belonging'

/** What the person heard, and where. */
export const marks = recordedBelonging({
  tables: [{ name: 'marks', owner: 'take_id' }],
  shape: { marks: z.array(MarkSchema).default([]) },
  json: `json_object('marks', json((SELECT json_group_array(json_object(
      'id', id, 'takeId', take_id, 'kind', kind, 'atMs', at_ms, 'note', note))
    FROM (SELECT * FROM marks WHERE take_id = takes.id ORDER BY at_ms, id))))`,
  write: (db, takeId, fields) => replaceMarks(db, takeId, fields.marks),
  merge: (here, there) => {
    const both = [...here.marks, ...there.marks.flatMap((mark) => missingIn(here.marks, mark))]
    return both.length > MAX_MARKS_PER_TAKE ? null : { marks: both }
  },
  onRestore: 'goes back',
  isSearched: false,
})

/**
 * Of one that was changed both versions are kept, the second as a mark of its own; it may be there
 * already, when the same two versions meet once more.
 */
function missingIn(here: readonly Mark[], mark: Mark): Mark[] {
  if (!here.some(({ id }) => id === mark.id)) return [mark]
  const isSaid = here.some((each) => isDeepStrictEqual({ ...each, id: mark.id }, mark))
  return isSaid ? [] : [{ ...mark, id: newId() }]
}
