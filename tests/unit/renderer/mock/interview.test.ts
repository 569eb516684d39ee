import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type CaptureEvent,
  type CaptureState,
  transition,
} from '../../../../renderer/capture/captureMachine'
import type { TakeEnd } from '../../../../renderer/capture/capture'
import type { InputHint } from '../../../../renderer/level/inputHint'
import { Observable } from '../../../../renderer/lib/observable'
import { Interview, type InterviewWays } from '../../../../renderer/mock/interview'
import { askAt, type InterviewPlan } from '../../../../renderer/mock/interviewMachine'
import { takeOf } from '../../../helpers/session'

const PLAN: InterviewPlan = {
  thinkMs: 15_000,
  questions: [
    { id: 'trial/alpha', followUp: null },
    { id: 'trial/beta', followUp: null },
  ],
}
const BEGUN = { takeId: 'take', takeNumber: 1 }

/** The real table and the real states of capture; sound, voice and disk are what the test says. */
function interviewOverFakes(initial: CaptureState = { kind: 'ready', fault: null }) {
  const snapshot = new Observable({ state: initial, microphone: null, microphones: [] })
  const hint = new Observable<InputHint | null>(null)
  const listeners = new Set<() => void>()
  const happened: string[] = []
  const asked: (() => void)[] = []
  const tones: (() => void)[] = []
  let end: (ending: TakeEnd) => void = () => {}
  let ending: Promise<TakeEnd> | null = null
  const capture = {
    snapshot,
    hint,
    elapsedMs: 0,
    levels: {
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    get state() {
      return snapshot.get().state
    },
    record: vi.fn((subject: { questionId: string }) => {
      happened.push(`record ${subject.questionId}`)
      happen({ type: 'record', subject: { sessionId: 'session', questionId: subject.questionId } })
    }),
    stop: vi.fn(() => {
      happen({ type: 'stop', fault: null })
      ending ??= new Promise<TakeEnd>((resolve) => (end = resolve))
      return ending
    }),
  }
  function happen(event: CaptureEvent) {
    const state = transition(snapshot.get().state, event)
    if (state !== snapshot.get().state) snapshot.set({ ...snapshot.get(), state })
  }
  const ways = {
    capture,
    ask: (turn: { place: number }, onAsked: () => void) => {
      happened.push(`ask ${turn.place}`)
      asked.push(onAsked)
      return () => happened.push('silence')
    },
    tone: (onEnded: () => void) => {
      happened.push('tone')
      tones.push(onEnded)
      return () => {}
    },
    subject: ({ place }: { place: number }) => ({
      sessionId: 'session',
      questionId: PLAN.questions[place]!.id,
    }),
    times: () => ({ warning: { atMs: 3000, words: 'Soon' }, limitMs: 4000 }),
  } as unknown as InterviewWays
  const interview = new Interview(PLAN, askAt(PLAN, 0), ways)
  return {
    interview,
    happened,
    happen,
    capture,
    hint,
    disconnect: interview.connect(),
    kind: () => interview.state.get().kind,
    say: () => asked.at(-1)!(),
    endTone: () => tones.at(-1)!(),
    sound: (elapsedMs: number) => {
      capture.elapsedMs = elapsedMs
      listeners.forEach((listener) => listener())
    },
    begun: () => {
      happen({ type: 'begun', ...BEGUN })
      happen({ type: 'encoding' })
      happen({ type: 'heard' })
    },
    saved: async (change: Partial<TakeEnd> = {}) => {
      end({ take: takeOf('trial/alpha', 1), fault: null, ...change })
      happen({ type: 'ended', fault: null })
      ending = null
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an interview', () => {
  test('asks, waits, sounds, records, saves, breathes and asks the next', async () => {
    const { happened, say, endTone, begun, sound, saved, kind, interview } = interviewOverFakes()
    expect(happened).toEqual(['ask 0'])
    say()
    expect(kind()).toBe('thinking')
    vi.advanceTimersByTime(14_999)
    expect(kind()).toBe('thinking')
    vi.advanceTimersByTime(2)
    expect(happened).toEqual(['ask 0', 'silence', 'tone'])
    endTone()
    // In the same moment: nothing waits between the end of the tone and the recorder.
    expect(happened.at(-1)).toBe('record trial/alpha')
    begun()
    sound(2999)
    expect(interview.state.get()).toMatchObject({ kind: 'recording', isWarned: false })
    sound(3000)
    expect(interview.state.get()).toMatchObject({ kind: 'recording', isWarned: true })
    sound(4000)
    expect(kind()).toBe('ending')
    await saved()
    expect(kind()).toBe('breath')
    vi.advanceTimersByTime(1500)
    expect(happened.at(-1)).toBe('ask 1')
  })

  test('waits with its tone until the microphone is open', () => {
    const { interview, happened, happen, say } = interviewOverFakes({
      kind: 'opening',
      fault: null,
      wish: null,
    })
    say()
    interview.happen({ type: 'start' })
    expect(happened).not.toContain('tone')
    happen({ type: 'opened' })
    expect(happened.at(-1)).toBe('tone')
  })

  test('stops when the microphone cannot be opened, and asks nothing more', () => {
    const { kind, happen, happened } = interviewOverFakes({
      kind: 'opening',
      fault: null,
      wish: null,
    })
    happen({ type: 'open-failed', reason: 'missing' })
    expect(kind()).toBe('trouble')
    expect(happened).toEqual(['ask 0', 'silence'])
  })

  test('does nothing any more once its screen is gone', () => {
    const { kind, say, disconnect } = interviewOverFakes()
    say()
    disconnect()
    vi.advanceTimersByTime(60_000)
    expect(kind()).toBe('thinking')
  })
})

/** In the middle of the first answer. */
function answering() {
  const fakes = interviewOverFakes()
  fakes.say()
  fakes.interview.happen({ type: 'start' })
  fakes.endTone()
  fakes.begun()
  return fakes
}

describe('an answer', () => {
  test('that ends by itself is told with what went wrong', async () => {
    const { happen, kind, saved, interview } = answering()
    happen({ type: 'stop', fault: { kind: 'device-gone' } })
    expect(kind()).toBe('ending')
    await saved({ fault: { kind: 'device-gone' } })
    expect(interview.state.get()).toMatchObject({
      kind: 'trouble',
      trouble: { kind: 'fault', fault: { kind: 'device-gone' } },
      isAnswered: true,
    })
  })

  test('from which no sound comes any more ends after a while, and not after a pause', () => {
    const { hint, sound, kind } = answering()
    vi.advanceTimersByTime(10_000)
    hint.set('no-signal')
    sound(1000)
    vi.advanceTimersByTime(5000)
    hint.set(null)
    sound(1100)
    vi.advanceTimersByTime(10_000)
    expect(kind()).toBe('recording')
    hint.set('muted')
    sound(1200)
    vi.advanceTimersByTime(6000)
    expect(kind()).toBe('ending')
  })

  test('for which nothing arrives ends after a while', async () => {
    const { happen, kind, saved, interview } = answering()
    happen({ type: 'data-missing', missing: 'sound' })
    vi.advanceTimersByTime(6000)
    expect(kind()).toBe('ending')
    await saved()
    expect(interview.state.get()).toMatchObject({ trouble: { kind: 'silence', isHeard: false } })
  })

  test('that is left is saved first', async () => {
    const { interview, kind, saved, capture } = answering()
    interview.happen({ type: 'leave' })
    expect(kind()).toBe('ending')
    expect(capture.stop).toHaveBeenCalledOnce()
    await saved()
    expect(interview.state.get()).toMatchObject({ kind: 'left', isAnswered: true })
  })

  test('that is left while it is saved is saved once', async () => {
    const { interview, saved, capture, sound } = answering()
    sound(4000)
    interview.happen({ type: 'leave' })
    expect(capture.stop).toHaveBeenCalledOnce()
    await saved()
    expect(interview.state.get()).toMatchObject({ kind: 'left' })
  })
})
