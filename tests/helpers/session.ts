import type { EndedTake } from '../../shared/endedTake'
import type { Session, SessionQuestion, Take } from '../../shared/model'

/* Made-up data for unit and component tests: one session with three questions. */

const SESSION_ID = '0199d3c0-0000-7000-8000-000000000001'

/** `number` also makes the id, so that takes sort as they were made. */
export function takeOf(questionId: string, number: number, change: Partial<EndedTake> = {}): Take {
  return {
    id: `0199d3c0-0000-7000-8000-${String(number).padStart(12, '0')}`,
    sessionId: SESSION_ID,
    questionId,
    followUp: '',
    number,
    startedAtMs: 1_760_000_000_000,
    isBest: false,
    rating: null,
    notes: '',
    state: 'ready',
    durationMs: 61_000,
    ...change,
  }
}

export function questionOfPack(position: number, takes: Take[] = []): SessionQuestion {
  return {
    id: `pack/question-${position}`,
    position,
    question: `Question number ${position}?`,
    shortTitle: null,
    whyTheyAsk: 'They want to see.',
    exampleAnswers: [
      { label: 'Two years in', text: 'First example.\n\nIts second paragraph.' },
      { label: 'Eight years in', text: 'Second example.' },
    ],
    talkingPoints: ['A number'],
    pitfalls: ['A list of names'],
    followUps: [],
    outline: [],
    tags: ['experience'],
    language: 'en',
    target: { shortestMs: 60_000, longestMs: 120_000 },
    takes,
  }
}

export function sessionOf(questions: SessionQuestion[]): Session {
  return {
    id: SESSION_ID,
    kind: 'pack',
    title: 'Pack',
    packId: 'pack',
    settings: {},
    startedAtMs: 1_760_000_000_000,
    finishedAtMs: null,
    questionCount: questions.length,
    answeredCount: 0,
    takeCount: 0,
    spokenMs: 0,
    currentQuestionId: questions[0]!.id,
    questions,
  }
}
