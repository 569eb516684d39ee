import type { HeardTake } from '../../renderer/question/heardTake'
import type { EndedTake } from '../../shared/endedTake'
import type { QuestionHistory } from '../../shared/questionHistory'
import type { QuestionCard } from '../../shared/questions/questionRequests'
import { sampleMeasures } from './sampleMeasures'
import { questionOfPack, takeOf } from './session'

const DAY_MS = 86_400_000
const FIRST_DAY_MS = new Date(2025, 10, 14, 18, 30).getTime()

export function sessionId(day: number): string {
  return `0199d3c0-0000-7000-8000-9000000000${String(day).padStart(2, '0')}`
}

/** The first take of a day's session, measured; days count from 1, the 14th of November 2025. */
export function heardOn(
  day: number,
  take: Partial<EndedTake> = {},
  change: Partial<HeardTake> = {},
): HeardTake {
  const question = questionOfPack(1)
  return {
    take: takeOf(question.id, 100 * day + (take.number ?? 1), {
      sessionId: sessionId(day),
      startedAtMs: FIRST_DAY_MS + (day - 1) * DAY_MS,
      number: 1,
      durationMs: 94_000,
      ...take,
    }) as EndedTake,
    measures: sampleMeasures(),
    marks: [],
    rubric: { answered: 4, concrete: 2, followable: null, natural: 3 },
    ...change,
  }
}

export function historyOf(takes: HeardTake[]): QuestionHistory {
  const { position: _, takes: __, ...question } = questionOfPack(1)
  return { question, packTitle: 'Pack', takes, choices: [] }
}

/** What main says of the same question besides its takes. */
export function cardOf({ question, packTitle, takes }: QuestionHistory): QuestionCard {
  return {
    question,
    layer: { outline: [], exampleAnswers: [], tags: [], isStarred: false, isNotForMe: false },
    pack: { id: 'pack', title: packTitle, kind: 'built-in' },
    takeCount: takes.length,
    isDeleted: false,
    leftOut: [],
    isWeak: false,
  }
}
