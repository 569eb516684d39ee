import type { MockChoices, MockSettings } from './mockSettings'

/*
 * What the page needs to know of a mock interview at run time, apart from the schemas: the page
 * loads no schema library for the sake of a number.
 */

export const THINK_TIMES_MS = [0, 15_000, 30_000, 60_000] as const
export const ANSWER_LIMITS_MS = [60_000, 120_000, 180_000] as const

/** More questions than any interview has. */
export const MAX_MOCK_QUESTIONS = 30

/** As it runs where nobody has chosen anything else, also where what was chosen is not known any more. */
export const USUAL_MOCK: MockSettings = {
  thinkMs: 30_000,
  limit: 'question',
  speaks: false,
  hidesText: false,
  asksFollowUps: false,
}

export const USUAL_MOCK_CHOICES: MockChoices = {
  ...USUAL_MOCK,
  from: { kind: 'scope' },
  questionCount: 6,
}
