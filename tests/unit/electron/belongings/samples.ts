import type { LIBRARY_BELONGINGS } from '../../../../electron/belongings/libraryBelongings'
import type { QUESTION_BELONGINGS } from '../../../../electron/belongings/questionBelongings'
import type { TAKE_BELONGINGS } from '../../../../electron/belongings/takeBelongings'
import type { Belongings, FieldsOf } from '../../../../electron/belongings/walkBelongings'
import { newId } from '../../../../electron/store/database/ids'

/*
 * For each thing that belongs to a take, a question or the library: two versions of it, in which the
 * words MARKER and OTHER_MARKER stand where there can be words. The compiler asks for those of every
 * field that a list adds to a record.
 */

export const MARKER = 'zanzibarmarker'
export const OTHER_MARKER = 'wombatmarker'

export type FieldSamples<List extends Belongings> = {
  [Name in keyof FieldsOf<List>]: readonly [FieldsOf<List>[Name], FieldsOf<List>[Name]]
}

/** @param otherTakeId a take of the same question, for what there is between two */
export function takeSamples(
  takeId: string,
  otherTakeId: string,
): FieldSamples<typeof TAKE_BELONGINGS> {
  const mark = { id: newId(), takeId, kind: 'task', atMs: 300 } as const
  const rubric = { answered: 2, concrete: null, followable: 3, natural: null } as const
  const choice = { betterTakeId: takeId, otherTakeId, chosenAtMs: 1 }
  return {
    notes: [`Said ${MARKER}`, `Said ${OTHER_MARKER}`],
    rating: [3, 4],
    isBest: [true, true],
    marks: [[{ ...mark, note: MARKER }], [{ ...mark, note: OTHER_MARKER }]],
    rubric: [rubric, { ...rubric, answered: 1 }],
    choices: [[choice], [{ ...choice, chosenAtMs: 2 }]],
    outline: [
      [
        { line: MARKER, isSaid: true },
        { line: 'numbers', isSaid: false },
      ],
      [
        { line: OTHER_MARKER, isSaid: false },
        { line: 'numbers', isSaid: true },
      ],
    ],
  }
}

export function questionSamples(): FieldSamples<typeof QUESTION_BELONGINGS> {
  const texts = [[`One ${MARKER}`], [`One ${OTHER_MARKER}`]] as const
  const both = (name: string): readonly [string[], string[]] => [
    [...texts[0], name],
    [...texts[1], name],
  ]
  return {
    // What stays of a deleted question says nothing else.
    question: ['What about alpha?', 'What about alpha?'],
    shortTitle: [MARKER, OTHER_MARKER],
    whyTheyAsk: [`Because ${MARKER}`, `Because ${OTHER_MARKER}`],
    exampleAnswers: [[{ label: 'One', text: MARKER }], [{ label: 'One', text: OTHER_MARKER }]],
    talkingPoints: both('talking'),
    pitfalls: both('pitfalls'),
    followUps: both('follow-ups'),
    outline: both('outline'),
    tags: both('tags'),
    language: ['de', 'en'],
    target: [
      { shortestMs: 1000, longestMs: 2000 },
      { shortestMs: 3000, longestMs: 4000 },
    ],
    origin: [
      { fileId: MARKER, brought: { question: 'a hash' } },
      { fileId: MARKER, brought: { question: 'another' } },
    ],
    ownOutline: both('own outline'),
    ownExampleAnswers: [[{ label: 'Me', text: MARKER }], [{ label: 'Me', text: OTHER_MARKER }]],
    ownTags: both('own tags'),
    isStarred: [true, false],
    isNotForMe: [true, true],
  }
}

const PACK_ID = newId()
const DRAFT_ID = newId()
const INTERVIEW_ID = newId()

function pack(title: string): FieldsOf<typeof LIBRARY_BELONGINGS>['packs'][number] {
  return {
    id: PACK_ID,
    kind: 'own',
    title,
    description: '',
    language: 'de',
    position: 1,
    deletedAtMs: null,
  }
}

function interview(where: string): FieldsOf<typeof LIBRARY_BELONGINGS>['interviews'][number] {
  return {
    id: INTERVIEW_ID,
    where,
    date: '2026-12-03',
    scope: { packIds: [PACK_ID], includesOwn: true },
    askedQuestionIds: ['trial/alpha', 'trial/beta'],
    toldAtMs: 1,
    calendar: { time: '19:00', sequence: 2, lastDay: '2026-12-02' },
    deletedAtMs: null,
  }
}

export function librarySamples(): FieldSamples<typeof LIBRARY_BELONGINGS> {
  return {
    settings: [
      { microphoneId: MARKER, speed: 1.5 },
      { microphoneId: OTHER_MARKER, speed: 1.5 },
    ],
    packs: [[pack(MARKER)], [pack(OTHER_MARKER)]],
    drafts: [
      [{ id: DRAFT_ID, questionId: null, draft: { question: MARKER, tags: [MARKER] } }],
      [{ id: DRAFT_ID, questionId: null, draft: { question: OTHER_MARKER } }],
    ],
    interviews: [
      [interview(MARKER)],
      [{ ...interview(OTHER_MARKER), askedQuestionIds: [], toldAtMs: null, deletedAtMs: 5 }],
    ],
  }
}

/** The first version of every field, and the second. */
export function versions<List extends Belongings>(samples: FieldSamples<List>): [object, object] {
  const entries = Object.entries(samples) as [string, readonly [unknown, unknown]][]
  const at = (index: 0 | 1): object =>
    Object.fromEntries(entries.map(([name, both]) => [name, both[index]]))
  return [at(0), at(1)]
}
