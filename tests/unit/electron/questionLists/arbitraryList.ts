import * as fc from 'fast-check'
import {
  ListedQuestionSchema,
  type WrittenList,
} from '../../../../shared/questionLists/listedQuestion'
import { wordsOf } from '../../../../shared/questionLists/twins'

/** Whatever breaks a table, begins a formula, or is written from right to left. */
const ODD = [
  '=1+1',
  '+49',
  '-',
  '@a',
  "'",
  "''",
  '\t',
  '\r',
  '\r\n',
  '\n',
  '"',
  '""',
  ',',
  ';',
  '|',
  '\\',
  '\\n',
]
const MORE = [
  '🎤',
  '👩🏽‍💻',
  'שלום',
  'مرحبا',
  '\u202e',
  '\u200b',
  '# ',
  '- ',
  '1. ',
  '<b>',
  '&amp;',
  'é',
  'e\u0301',
  ' ',
  'a',
  'Why?',
]
export const arbitraryText = fc
  .array(
    fc.oneof(fc.constantFrom(...ODD, ...MORE), fc.string({ unit: 'grapheme', maxLength: 8 })),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
const texts = fc.array(arbitraryText, { maxLength: 4 })

const question = fc
  .record(
    {
      id: arbitraryText,
      question: arbitraryText,
      shortTitle: arbitraryText,
      whyTheyAsk: arbitraryText,
      exampleAnswers: fc.array(
        fc.record({ label: fc.oneof(arbitraryText, fc.constant('')), text: arbitraryText }),
        {
          maxLength: 3,
        },
      ),
      talkingPoints: texts,
      pitfalls: texts,
      followUps: texts,
      outline: texts,
      tags: texts,
      targetSeconds: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999 })),
      language: fc.constantFrom('en', 'pt-BR', 'zh-Hant'),
    },
    { requiredKeys: ['question'] },
  )
  // As it is kept: what is only spaces is none.
  .map((raw) => ListedQuestionSchema.safeParse(raw))
  .filter(({ success }) => success)
  .map(({ data }) => data!)

/** Lists with everything that a file could break. */
export const arbitraryList: fc.Arbitrary<WrittenList> = fc.record({
  title: arbitraryText,
  language: fc.constantFrom('en', null),
  questions: fc
    .uniqueArray(question, {
      minLength: 1,
      maxLength: 6,
      selector: (each) => wordsOf(each.question),
    })
    .filter((all) => new Set(all.map(({ id }) => id ?? {})).size === all.length),
})
