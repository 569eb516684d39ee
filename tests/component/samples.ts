import type { RequestOutput } from '../../shared/contract'
import type {
  PackSummary,
  Session,
  SessionQuestion,
  Take,
  UnfinishedSession,
} from '../../shared/model'
import type { Today, TodayQuestion } from '../../shared/practice/practiceRequests'
import type { QuestionCard } from '../../shared/questions/questionRequests'

/** A UUIDv7 that ends in this number, so that ids in tests can be told apart and are in order. */
export function id(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

export function samplePack(change: Partial<PackSummary> = {}): PackSummary {
  return {
    id: 'backend-developer',
    kind: 'built-in',
    title: 'Backend Developer',
    language: 'en',
    description: 'Common questions for back-end developers.',
    questionCount: 19,
    lastPractised: null,
    ...change,
  }
}

/** Left at the third question. */
export function sampleUnfinished(change: Partial<UnfinishedSession> = {}): UnfinishedSession {
  return {
    id: id(5),
    kind: 'pack',
    title: 'Backend Developer',
    packId: 'backend-developer',
    questionCount: 19,
    currentPosition: 3,
    currentQuestion: {
      id: 'backend-developer/preferred-language',
      question: 'What language do you prefer to work in?',
      shortTitle: 'Language choice',
      language: 'en',
    },
    lastAtMs: Date.UTC(2026, 10, 23, 18, 30),
    ...change,
  }
}

/** An evening on which nothing is to be said. */
export function sampleToday(change: Partial<Today> = {}): Today {
  return {
    day: '2026-11-23',
    // Further than a timer reaches.
    endsAtMs: Date.UTC(2027, 10, 24, 4),
    minutes: 20,
    interview: null,
    phase: 'noDate',
    state: 'nothingDue',
    questions: [],
    remainingMs: 0,
    putOffCount: 0,
    done: { questionCount: 0, takeCount: 0, spokenMs: 0 },
    next: null,
    oneMore: null,
    ...change,
  }
}

export function sampleTodayQuestion(
  number: number,
  change: Partial<TodayQuestion> = {},
): TodayQuestion {
  return {
    questionId: `backend-developer/question-${String(number)}`,
    question: `What is question ${String(number)}?`,
    shortTitle: null,
    language: 'en',
    packTitle: 'Backend Developer',
    costMs: 180_000,
    reason: { kind: 'new' },
    isSaid: false,
    isShrinkingOffered: false,
    ...change,
  }
}

type ReadyTake = Extract<Take, { state: 'ready' }>

export function sampleTake(number: number, change: Partial<ReadyTake> = {}): ReadyTake {
  return {
    id: id(1000 + number),
    sessionId: id(1),
    questionId: 'backend-developer/preferred-language',
    followUp: '',
    number,
    startedAtMs: Date.UTC(2026, 10, 23, 18, 30),
    isBest: false,
    rating: null,
    notes: '',
    state: 'ready',
    durationMs: 94_000,
    ...change,
  }
}

export function sampleQuestion(
  position: number,
  change: Partial<SessionQuestion> = {},
): SessionQuestion {
  return {
    id: `backend-developer/question-${position}`,
    question: `What is question ${position}?`,
    shortTitle: null,
    whyTheyAsk: 'They want to hear a reason.',
    exampleAnswers: [{ label: 'Eight years in', text: 'I reach for Go.\n\nIt is boring.' }],
    talkingPoints: [],
    pitfalls: [],
    followUps: [],
    outline: [],
    tags: [],
    language: 'en',
    target: { shortestMs: 60_000, longestMs: 120_000 },
    position,
    takes: [],
    ...change,
  }
}

/** A question of the app on which the person has put nothing yet. */
export function bareCard(change: Partial<QuestionCard> = {}): QuestionCard {
  const { position: _position, takes: _takes, ...question } = sampleQuestion(1)
  return {
    question,
    layer: { outline: [], exampleAnswers: [], tags: [], isStarred: false, isNotForMe: false },
    pack: { id: 'backend-developer', title: 'Backend Developer', kind: 'built-in' },
    takeCount: 0,
    isDeleted: false,
    leftOut: [],
    isWeak: false,
    ...change,
  }
}

/** A session whose counts follow from its questions. */
export function sampleSession(change: Partial<Session> = {}): Session {
  const questions = change.questions ?? [sampleQuestion(1), sampleQuestion(2), sampleQuestion(3)]
  const takes = questions.flatMap((question) => question.takes)
  return {
    id: id(1),
    kind: 'pack',
    title: 'Backend Developer',
    packId: 'backend-developer',
    settings: {},
    startedAtMs: Date.UTC(2026, 10, 23, 18, 30),
    finishedAtMs: Date.UTC(2026, 10, 23, 19, 0),
    questionCount: questions.length,
    answeredCount: questions.filter((question) => question.takes.length > 0).length,
    takeCount: takes.length,
    spokenMs: takes.reduce(
      (sum, take) => sum + (take.state === 'recording' ? 0 : take.durationMs),
      0,
    ),
    currentQuestionId: questions[0]?.id ?? 'backend-developer/question-1',
    questions,
    ...change,
  }
}

type SessionPage = RequestOutput<'sessions.list'>
type ListedSession = SessionPage['sessions'][number]

export function sampleListed(number: number, change: Partial<ListedSession> = {}): ListedSession {
  return {
    id: id(number),
    kind: 'pack',
    title: 'Backend Developer',
    ownTitle: null,
    packId: 'backend-developer',
    startedAtMs: Date.UTC(2026, 9, 1, 18, 30) + number * 3_600_000,
    finishedAtMs: Date.UTC(2026, 9, 1, 19, 0) + number * 3_600_000,
    questionCount: 19,
    answeredCount: 7,
    takeCount: 9,
    spokenMs: 723_000,
    matches: [],
    ...change,
  }
}

/** A question of one's own, with what one has put on it. */
export function sampleCard(change: Partial<QuestionCard> = {}): QuestionCard {
  const { position: _, takes: __, ...question } = sampleQuestion(1)
  return {
    question: {
      ...question,
      id: 'own/1',
      question: 'Why us?',
      exampleAnswers: [{ label: 'Eight years in', text: 'Because.' }],
    },
    layer: {
      outline: ['canal lock'],
      exampleAnswers: [],
      tags: [],
      isStarred: false,
      isNotForMe: false,
    },
    pack: { id: 'mine', title: 'Acme', kind: 'own' },
    takeCount: 0,
    isDeleted: false,
    leftOut: [],
    isWeak: false,
    ...change,
  }
}
