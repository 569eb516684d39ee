import { describe, expect, test } from 'vitest'
import {
  askAt,
  type InterviewEvent,
  type InterviewPlan,
  type InterviewState,
  isAtRest,
  transition,
} from '../../../../renderer/mock/interviewMachine'

const PLAN: InterviewPlan = {
  thinkMs: 30_000,
  questions: [
    { id: 'trial/alpha', followUp: 'And who paid for it?' },
    { id: 'trial/beta', followUp: null },
  ],
}
const AT_ONCE: InterviewPlan = { ...PLAN, thinkMs: 0 }
const FAULT = { kind: 'device-gone' } as const

const ALPHA = { place: 0, isFollowUp: false }
const FOLLOW_UP = { place: 0, isFollowUp: true }
const BETA = { place: 1, isFollowUp: false }

/** One of each kind of state, in the order of an interview. */
const STATES: Record<string, InterviewState> = {
  asking: { ...ALPHA, kind: 'asking', thinkMs: 30_000 },
  thinking: { ...ALPHA, kind: 'thinking', untilMs: 40_000 },
  tone: { ...ALPHA, kind: 'tone' },
  recording: { ...ALPHA, kind: 'recording', sinceMs: 50_000, isWarned: false },
  ending: { ...ALPHA, kind: 'ending', next: 'breath' },
  breath: { ...ALPHA, kind: 'breath' },
  left: { ...ALPHA, kind: 'left', isAnswered: false },
  trouble: {
    ...ALPHA,
    kind: 'trouble',
    trouble: { kind: 'fault', fault: FAULT },
    isAnswered: true,
  },
  finished: { kind: 'finished' },
}

const EVENTS: Record<string, InterviewEvent> = {
  asked: { type: 'asked', atMs: 10_000 },
  repeat: { type: 'repeat', atMs: 20_000 },
  start: { type: 'start' },
  'time-up': { type: 'time-up' },
  'tone-ended': { type: 'tone-ended', atMs: 50_000 },
  warned: { type: 'warned' },
  stop: { type: 'stop', atMs: 60_000 },
  'limit-reached': { type: 'limit-reached' },
  silent: { type: 'silent', isHeard: true },
  broken: { type: 'broken' },
  saved: { type: 'saved', isThere: true, fault: null },
  'microphone-failed': { type: 'microphone-failed', reason: 'missing' },
  'breath-over': { type: 'breath-over' },
  leave: { type: 'leave' },
  'go-on': { type: 'go-on' },
}

/** Where each event leads from each state; what is not here changes nothing. */
const TABLE: Record<string, Record<string, string>> = {
  asking: { asked: 'thinking', start: 'tone', 'microphone-failed': 'trouble', leave: 'left' },
  thinking: {
    repeat: 'asking',
    start: 'tone',
    'time-up': 'tone',
    'microphone-failed': 'trouble',
    leave: 'left',
  },
  tone: { 'tone-ended': 'recording', 'microphone-failed': 'trouble', leave: 'left' },
  recording: {
    warned: 'recording',
    stop: 'ending',
    'limit-reached': 'ending',
    silent: 'ending',
    broken: 'ending',
    'microphone-failed': 'trouble',
    leave: 'ending',
  },
  ending: { saved: 'breath', leave: 'ending' },
  breath: { 'breath-over': 'asking', leave: 'left' },
  left: { 'go-on': 'asking' },
  trouble: { 'go-on': 'asking' },
  finished: {},
}

for (const [from, state] of Object.entries(STATES)) {
  for (const [name, event] of Object.entries(EVENTS)) {
    const to = TABLE[from]![name]
    test(`${from}, ${name}: ${to ?? 'nothing'}`, () => {
      const reached = transition(state, event, PLAN)
      if (to === undefined) expect(reached).toBe(state)
      else {
        expect(reached.kind).toBe(to)
        expect(reached).not.toBe(state)
      }
    })
  }
}

/** What these events lead to, one after the other. */
function after(state: InterviewState, events: readonly InterviewEvent[], plan = PLAN) {
  return events.reduce((each, event) => transition(each, event, plan), state)
}

const saved = (change: Partial<Extract<InterviewEvent, { type: 'saved' }>> = {}) =>
  ({ type: 'saved', isThere: true, fault: null, ...change }) as const

/** Asked, thought of, answered and saved. */
const ANSWERED: readonly InterviewEvent[] = [
  { type: 'asked', atMs: 0 },
  { type: 'time-up' },
  { type: 'tone-ended', atMs: 30_000 },
  { type: 'limit-reached' },
  saved(),
]

describe('an interview without a hand', () => {
  test('asks each question, and after its answer the follow-up, then is finished', () => {
    const first = askAt(PLAN, 0)
    expect(first).toEqual(STATES['asking'])
    const followUp = after(first, [...ANSWERED, { type: 'breath-over' }])
    expect(followUp).toEqual({ ...FOLLOW_UP, kind: 'asking', thinkMs: 30_000 })
    const second = after(followUp, [...ANSWERED, { type: 'breath-over' }])
    expect(second).toEqual({ ...BETA, kind: 'asking', thinkMs: 30_000 })
    expect(after(second, [...ANSWERED, { type: 'breath-over' }])).toEqual({ kind: 'finished' })
  })

  test('with no time to think the tone follows the question', () => {
    expect(after(askAt(AT_ONCE, 0), [{ type: 'asked', atMs: 5 }], AT_ONCE)).toEqual({
      ...ALPHA,
      kind: 'tone',
    })
  })

  test('beyond the last question it is finished', () => {
    expect(askAt(PLAN, 2)).toEqual({ kind: 'finished' })
  })
})

test('what is left of the time to think is left after the question was repeated', () => {
  const asking = after(STATES['thinking']!, [{ type: 'repeat', atMs: 28_000 }])
  expect(asking).toEqual({ ...ALPHA, kind: 'asking', thinkMs: 12_000 })
  expect(after(asking, [{ type: 'asked', atMs: 30_000 }])).toMatchObject({ untilMs: 42_000 })
})

test.each([
  [0, 'recording'],
  [999, 'recording'],
  [1000, 'ending'],
])('Stop %i ms after recording began leads to %s', (afterMs, kind) => {
  const state = after(STATES['recording']!, [{ type: 'stop', atMs: 50_000 + afterMs }])
  expect(state.kind).toBe(kind)
})

test('a key that wanted to begin sooner does nothing once recording has begun', () => {
  const recording = STATES['recording']!
  expect(after(recording, [{ type: 'start' }])).toBe(recording)
})

test('an answer is warned once', () => {
  const warned = after(STATES['recording']!, [{ type: 'warned' }])
  expect(warned).toMatchObject({ kind: 'recording', isWarned: true })
  expect(after(warned, [{ type: 'warned' }])).toBe(warned)
})

describe('leaving', () => {
  const leave = { type: 'leave' } as const
  test('while the question waits keeps nothing of it: it is asked again', () => {
    const left = after(STATES['thinking']!, [leave])
    expect(left).toEqual({ ...ALPHA, kind: 'left', isAnswered: false })
    expect(after(left, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })

  test('in the middle of an answer saves it, and goes on with the next question', () => {
    const left = after(STATES['recording']!, [leave, saved()])
    expect(left).toEqual({ ...ALPHA, kind: 'left', isAnswered: true })
    expect(after(left, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 1))
  })

  test('in the first moment of an answer, of which nothing is there, asks again', () => {
    const left = after(STATES['recording']!, [leave, saved({ isThere: false })])
    expect(after(left, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })

  test('while the answer is saved waits for it', () => {
    const leaving = after(STATES['ending']!, [leave])
    expect(leaving).toEqual({ ...ALPHA, kind: 'ending', next: 'leaving' })
    expect(after(leaving, [saved()])).toMatchObject({ kind: 'left', isAnswered: true })
  })

  test('at the follow-up goes on with the next question: its own was answered', () => {
    const left = after({ ...FOLLOW_UP, kind: 'thinking', untilMs: 1 }, [leave])
    expect(after(left, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 1))
  })

  test('after the last answer goes on to the end', () => {
    const left = after({ ...BETA, kind: 'breath' }, [leave])
    expect(after(left, [{ type: 'go-on' }])).toEqual({ kind: 'finished' })
  })
})

describe('trouble', () => {
  test('a microphone that goes in an answer: what was said is kept, and told', () => {
    const trouble = after(STATES['recording']!, [{ type: 'broken' }, saved({ fault: FAULT })])
    expect(trouble).toEqual(STATES['trouble'])
    expect(after(trouble, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 1))
  })

  test('a disk that takes nothing: the question is asked again', () => {
    const fault = { kind: 'not-begun', code: 'DISK_FULL' } as const
    const trouble = after(STATES['recording']!, [
      { type: 'broken' },
      saved({ fault, isThere: false }),
    ])
    expect(trouble).toMatchObject({ kind: 'trouble', trouble: { kind: 'fault', fault } })
    expect(after(trouble, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })

  test('what went wrong is read first, also by whoever was leaving', () => {
    const trouble = after(STATES['recording']!, [{ type: 'leave' }, saved({ fault: FAULT })])
    expect(trouble.kind).toBe('trouble')
  })

  test('a microphone that fell silent: what was heard before counts', () => {
    const trouble = after(STATES['recording']!, [{ type: 'silent', isHeard: true }, saved()])
    expect(trouble).toMatchObject({ trouble: { kind: 'silence' }, isAnswered: true })
  })

  test('a microphone from which nothing ever came: the question is asked again', () => {
    const trouble = after(STATES['recording']!, [{ type: 'silent', isHeard: false }, saved()])
    expect(after(trouble, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })

  test('an answer of which nothing is there: it is told, and the question is asked again', () => {
    const trouble = after(STATES['recording']!, [
      { type: 'stop', atMs: 60_000 },
      saved({ isThere: false }),
    ])
    expect(trouble).toMatchObject({ kind: 'trouble', isAnswered: false })
    expect(after(trouble, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })

  test('no microphone while one thinks: the question is asked again', () => {
    const trouble = after(STATES['thinking']!, [{ type: 'microphone-failed', reason: 'missing' }])
    expect(trouble).toMatchObject({ trouble: { kind: 'no-microphone', reason: 'missing' } })
    expect(after(trouble, [{ type: 'go-on' }])).toEqual(askAt(PLAN, 0))
  })
})

test('what was answered before it was gone on with is not asked again', () => {
  const questions = [
    { id: 'trial/alpha', followUp: null },
    { id: 'trial/beta', followUp: null, isSaid: true },
    { id: 'trial/gamma', followUp: null },
  ]
  const plan = { ...PLAN, questions }
  const over = { type: 'breath-over' } as const
  expect(transition(STATES['breath']!, over, plan)).toEqual(askAt(plan, 2))
  const left = { ...ALPHA, kind: 'left', isAnswered: true } as const
  expect(transition(left, { type: 'go-on' }, plan)).toEqual(askAt(plan, 2))
})

test('it rests when it is left, in trouble, or finished, and only then', () => {
  const resting = Object.values(STATES).filter(isAtRest)
  expect(resting.map(({ kind }) => kind)).toEqual(['left', 'trouble', 'finished'])
})
