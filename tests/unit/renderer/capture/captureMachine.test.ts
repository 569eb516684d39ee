import { describe, expect, it } from 'vitest'
import {
  type CaptureEvent,
  type CaptureState,
  CLOSED,
  isTakeRunning,
  type TakeFault,
  transition,
} from '../../../../renderer/capture/captureMachine'

const TAKE = { takeId: 'take-1', takeNumber: 1 }
const GONE: TakeFault = { kind: 'device-gone' }
const FULL: TakeFault = { kind: 'not-written', code: 'DISK_FULL' }

const SUBJECT = { sessionId: 'session-1', questionId: 'trial/alpha' }
const OTHER = { ...SUBJECT, questionId: 'trial/beta' }

const opening: CaptureState = { kind: 'opening', fault: null, wish: null }
const openingWithWish: CaptureState = { ...opening, wish: SUBJECT }
const failed: CaptureState = { kind: 'failed', reason: 'busy', fault: null }
const ready: CaptureState = { kind: 'ready', fault: null }
const readyAfterFault: CaptureState = { kind: 'ready', fault: GONE }
const starting: CaptureState = {
  kind: 'starting',
  begun: null,
  isEncoding: false,
  isHeard: false,
  pauses: false,
}
const startingToPause: CaptureState = { ...starting, pauses: true }
const encoding: CaptureState = { ...starting, isEncoding: true }
const recording: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const stalled: CaptureState = { kind: 'recording', missing: 'chunks', ...TAKE }
const paused: CaptureState = { kind: 'paused', ...TAKE }
const saving: CaptureState = { kind: 'saving', ...TAKE, fault: null, wish: null }
const savingWithWish: CaptureState = { ...saving, wish: SUBJECT }
const savingUnbegun: CaptureState = { ...saving, takeId: null, takeNumber: null }

const states = {
  closed: CLOSED,
  opening,
  openingWithWish,
  failed,
  ready,
  readyAfterFault,
  starting,
  startingToPause,
  encoding,
  recording,
  stalled,
  paused,
  saving,
  savingWithWish,
  savingUnbegun,
}

const events = {
  open: { type: 'open' },
  opened: { type: 'opened' },
  openFailed: { type: 'open-failed', reason: 'denied' },
  close: { type: 'close' },
  record: { type: 'record', subject: SUBJECT },
  recordOther: { type: 'record', subject: OTHER },
  withdraw: { type: 'withdraw' },
  begun: { type: 'begun', ...TAKE },
  encoding: { type: 'encoding' },
  heard: { type: 'heard' },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  dataMissing: { type: 'data-missing', missing: 'chunks' },
  dataBack: { type: 'data-back' },
  stop: { type: 'stop', fault: null },
  stopByFault: { type: 'stop', fault: GONE },
  ended: { type: 'ended', fault: null },
  endedBadly: { type: 'ended', fault: FULL },
  dismissFault: { type: 'dismiss-fault' },
} as const satisfies Record<string, CaptureEvent>

/** The whole table: what is not in it changes nothing. */
const table: Record<keyof typeof states, Partial<Record<keyof typeof events, CaptureState>>> = {
  closed: { open: opening },
  opening: {
    opened: ready,
    openFailed: { kind: 'failed', reason: 'denied', fault: null },
    close: CLOSED,
    record: openingWithWish,
    recordOther: { ...opening, wish: OTHER },
  },
  openingWithWish: {
    opened: ready,
    openFailed: { kind: 'failed', reason: 'denied', fault: null },
    close: CLOSED,
    record: openingWithWish,
    recordOther: { ...opening, wish: OTHER },
    withdraw: opening,
  },
  failed: { open: opening, close: CLOSED },
  ready: { open: opening, close: CLOSED, record: starting, recordOther: starting },
  readyAfterFault: {
    open: { ...opening, fault: GONE },
    close: CLOSED,
    record: starting,
    recordOther: starting,
    dismissFault: ready,
  },
  starting: {
    begun: { ...starting, begun: TAKE },
    encoding,
    pause: startingToPause,
    stop: savingUnbegun,
    stopByFault: { ...savingUnbegun, fault: GONE },
  },
  startingToPause: {
    begun: { ...startingToPause, begun: TAKE },
    encoding: { ...startingToPause, isEncoding: true },
    resume: starting,
    stop: savingUnbegun,
    stopByFault: { ...savingUnbegun, fault: GONE },
  },
  encoding: {
    begun: { ...encoding, begun: TAKE },
    heard: { ...encoding, isHeard: true },
    pause: { ...encoding, pauses: true },
    stop: savingUnbegun,
    stopByFault: { ...savingUnbegun, fault: GONE },
  },
  recording: {
    pause: paused,
    dataMissing: stalled,
    stop: saving,
    stopByFault: { ...saving, fault: GONE },
  },
  stalled: {
    pause: paused,
    dataBack: recording,
    stop: saving,
    stopByFault: { ...saving, fault: GONE },
  },
  paused: { resume: recording, stop: saving, stopByFault: { ...saving, fault: GONE } },
  saving: {
    stopByFault: { ...saving, fault: GONE },
    ended: ready,
    endedBadly: { kind: 'ready', fault: FULL },
    record: savingWithWish,
    recordOther: { ...saving, wish: OTHER },
  },
  savingWithWish: {
    stopByFault: { ...savingWithWish, fault: GONE },
    ended: ready,
    endedBadly: { kind: 'ready', fault: FULL },
    record: savingWithWish,
    recordOther: { ...saving, wish: OTHER },
    withdraw: saving,
  },
  savingUnbegun: {
    begun: saving,
    record: { ...savingUnbegun, wish: SUBJECT },
    recordOther: { ...savingUnbegun, wish: OTHER },
    stopByFault: { ...savingUnbegun, fault: GONE },
    ended: ready,
    endedBadly: { kind: 'ready', fault: FULL },
  },
}

const stateNames = Object.keys(states) as (keyof typeof states)[]
const eventNames = Object.keys(events) as (keyof typeof events)[]
const pairs = stateNames.flatMap((state) => eventNames.map((event) => [state, event] as const))

describe('the transition table', () => {
  it.each(pairs)('%s on %s', (stateName, eventName) => {
    const before = states[stateName]
    const after = transition(before, events[eventName])
    const expected = table[stateName][eventName]
    if (expected) expect(after).toEqual(expected)
    else expect(after).toBe(before)
  })
})

describe('recording is only called recording once sound is in', () => {
  const steps: CaptureEvent[] = [events.begun, events.encoding, events.heard]

  it('needs the row, the encoder and sound after it', () => {
    let state: CaptureState = starting
    for (const event of steps) {
      expect(state.kind).toBe('starting')
      state = transition(state, event)
    }
    expect(state).toEqual(recording)
  })

  it('does not mind a row that comes last', () => {
    const state = [events.encoding, events.heard, events.begun].reduce(transition, starting)
    expect(state).toEqual(recording)
  })

  it('does not count sound from before the encoder ran', () => {
    const state = [events.begun, events.heard, events.encoding].reduce(transition, starting)
    expect(state.kind).toBe('starting')
  })
})

describe('a fault during a take', () => {
  it('is told after the take was saved', () => {
    const state = [events.stopByFault, events.ended].reduce(transition, recording)
    expect(state).toEqual({ kind: 'ready', fault: GONE })
  })

  it('explains more than what followed from it', () => {
    const state = [events.stopByFault, events.endedBadly].reduce(transition, recording)
    expect(state).toEqual({ kind: 'ready', fault: GONE })
  })

  it('is kept while the next microphone is opened, and forgotten with the next take', () => {
    const reopened = [events.open, events.opened].reduce(transition, readyAfterFault)
    expect(reopened).toEqual(readyAfterFault)
    const next = [events.record, events.stop, events.ended].reduce(transition, reopened)
    expect(next).toEqual(ready)
  })
})

describe('isTakeRunning', () => {
  it.each(stateNames)('%s', (name) => {
    const running = ['starting', 'encoding', 'recording', 'stalled', 'paused', 'saving']
    expect(isTakeRunning(states[name])).toBe(running.some((kind) => name.startsWith(kind)))
  })
})
