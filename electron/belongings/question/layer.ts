import { z } from 'zod'
import { ExampleAnswerSchema } from '../../../shared/pack'
import { MAX_OUTLINE_LINES } from '../../../shared/defaults'
import { writeLayer } from '../../store/questions/questionLayer'
import { bothLists } from '../bothVersions'
import { recordedBelonging } from '../belonging'

const Texts = z.array(z.string()).default([])

/**
 * What the person puts on the question, one of the app's packs too. It stands in columns of its own
 * that saving a pack never writes to.
 */
export const layer = recordedBelonging({
  tables: [
    {
      name: 'questions',
      owner: 'id',
      blank: {
        own_outline: '[]',
        own_example_answers: '[]',
        own_tags: '[]',
        is_starred: 0,
        is_not_for_me: 0,
      },
    },
  ],
  // Older records know of none of it.
  shape: {
    ownOutline: Texts,
    ownExampleAnswers: z.array(ExampleAnswerSchema).default([]),
    ownTags: Texts,
    isStarred: z.boolean().default(false),
    isNotForMe: z.boolean().default(false),
  },
  json: `json_object('ownOutline', json(own_outline),
    'ownExampleAnswers', json(own_example_answers), 'ownTags', json(own_tags),
    'isStarred', json(iif(is_starred, 'true', 'false')),
    'isNotForMe', json(iif(is_not_for_me, 'true', 'false')))`,
  write: (db, questionId, fields) => {
    writeLayer(db, questionId, {
      outline: fields.ownOutline,
      exampleAnswers: fields.ownExampleAnswers,
      tags: fields.ownTags,
      isStarred: fields.isStarred,
      isNotForMe: fields.isNotForMe,
    })
  },
  merge: (here, there) => {
    const ownOutline = bothLists(here.ownOutline, there.ownOutline)
    if (ownOutline.length > MAX_OUTLINE_LINES) return null
    return {
      ownOutline,
      ownExampleAnswers: bothLists(here.ownExampleAnswers, there.ownExampleAnswers),
      ownTags: bothLists(here.ownTags, there.ownTags),
      isStarred: here.isStarred || there.isStarred,
      // What is asked once more does no harm.
      isNotForMe: here.isNotForMe && there.isNotForMe,
    }
  },
  onRestore: 'joins',
  isSearched: true,
})
