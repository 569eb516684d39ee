import type { ErrorCode } from '../../shared/errors'

/*
 * What capture is doing, and what may follow. Pure: nothing here opens, records or waits, so every
 * transition can be tested. An event that makes no sense in a state changes nothing.
 */

/** Why the microphone could not be opened. */
export type MicrophoneTrouble = 'denied' | 'missing' | 'busy' | 'unavailable'

/** What is wrong with a take that has ended. */
export type TakeFault =
  /** The microphone went away; what was said until then is saved. */
  | { kind: 'device-gone' }
  /** The person ended it, but for a while no sound came: so much is not in the take. */
  | { kind: 'gap'; missingMs: number }
  /** The encoder stopped by itself; what was said until then is saved. */
  | { kind: 'encoder-failed' }
  /** No sound at all arrived; the take was taken back. */
  | { kind: 'no-sound' }
  /** The take could not be made; nothing was recorded. */
  | { kind: 'not-begun'; code: ErrorCode }
  /** A piece could not be written; what was written until then is kept. */
  | { kind: 'not-written'; code: ErrorCode }
  /** Everything is on the disk but the take could not be closed; the next start recovers it. */
  | { kind: 'not-finished'; code: ErrorCode }

/** What has not arrived for too long: sound from the microphone, or chunks from the encoder. */
export type MissingData = 'sound' | 'chunks'

/** The question that a take answers, or the follow-up of it, by its words. */
export interface TakeSubject {
  sessionId: string
  questionId: string
  followUp?: string
}

/*
 * A wish is what somebody asked for a moment too early: it is carried out when it can be. `wish` is
 * the next take, by its subject; `pauses` a take that is paused as soon as it records.
 */
export type CaptureState =
  | { kind: 'closed' }
  | { kind: 'opening'; fault: TakeFault | null; wish: TakeSubject | null }
  | { kind: 'failed'; reason: MicrophoneTrouble; fault: TakeFault | null }
  /** The microphone is open and its level is shown; nothing is kept. `fault` tells of the last take. */
  | { kind: 'ready'; fault: TakeFault | null }
  /** Asked to record; no sound has arrived yet. */
  | {
      kind: 'starting'
      begun: BegunTake | null
      isEncoding: boolean
      isHeard: boolean
      pauses: boolean
    }
  | ({ kind: 'recording'; missing: MissingData | null } & BegunTake)
  | ({ kind: 'paused' } & BegunTake)
  /** The last sound is on its way to the disk. Null when the take was stopped before it had a row. */
  | {
      kind: 'saving'
      takeId: string | null
      takeNumber: number | null
      fault: TakeFault | null
      wish: TakeSubject | null
    }

export interface BegunTake {
  takeId: string
  takeNumber: number
}

export type CaptureEvent =
  | { type: 'open' }
  | { type: 'opened' }
  | { type: 'open-failed'; reason: MicrophoneTrouble }
  | { type: 'close' }
  /** Starts a take, or wishes for one. */
  | { type: 'record'; subject: TakeSubject }
  /** The wish is taken back. */
  | { type: 'withdraw' }
  /** The take has its row and its file. */
  | ({ type: 'begun' } & BegunTake)
  /** The encoder runs. */
  | { type: 'encoding' }
  /** Sound arrived. It counts only once the encoder runs: sound before that is not kept. */
  | { type: 'heard' }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'data-missing'; missing: MissingData }
  | { type: 'data-back' }
  | { type: 'stop'; fault: TakeFault | null }
  /** The take is saved or taken back. `fault` is what saving met, if anything. */
  | { type: 'ended'; fault: TakeFault | null }
  | { type: 'dismiss-fault' }

export const CLOSED: CaptureState = { kind: 'closed' }

/** The state after an event; the very same object when the event changes nothing. */
export function transition(state: CaptureState, event: CaptureEvent): CaptureState {
  switch (state.kind) {
    case 'closed':
      return event.type === 'open' ? { kind: 'opening', fault: null, wish: null } : state
    case 'opening':
    case 'failed':
    case 'ready':
      return whileIdle(state, event)
    case 'starting':
      return whileStarting(state, event)
    case 'recording':
    case 'paused':
      return whileRunning(state, event)
    case 'saving':
      return whileSaving(state, event)
  }
}

/** A take is being made: the microphone must not be closed or changed. */
export function isTakeRunning(state: CaptureState): boolean {
  return (
    state.kind === 'starting' ||
    state.kind === 'recording' ||
    state.kind === 'paused' ||
    state.kind === 'saving'
  )
}

/** The take that is wished for, while it cannot begin yet. */
export function wishOf(state: CaptureState): TakeSubject | null {
  return state.kind === 'opening' || state.kind === 'saving' ? state.wish : null
}

/** What went wrong with the last take, whatever the microphone does by now. */
export function faultOf(state: CaptureState): TakeFault | null {
  return 'fault' in state ? state.fault : null
}

type Idle = Extract<CaptureState, { kind: 'opening' | 'failed' | 'ready' }>
type Starting = Extract<CaptureState, { kind: 'starting' }>
type Running = Extract<CaptureState, { kind: 'recording' | 'paused' }>
type Saving = Extract<CaptureState, { kind: 'saving' }>

function whileIdle(state: Idle, event: CaptureEvent): CaptureState {
  switch (event.type) {
    case 'close':
      return CLOSED
    case 'open':
      return state.kind === 'opening' ? state : { kind: 'opening', fault: state.fault, wish: null }
    case 'opened':
      return state.kind === 'opening' ? { kind: 'ready', fault: state.fault } : state
    case 'open-failed':
      return state.kind === 'opening'
        ? { kind: 'failed', reason: event.reason, fault: state.fault }
        : state
    case 'record':
      if (state.kind === 'opening') return { ...state, wish: event.subject }
      return state.kind === 'ready'
        ? { kind: 'starting', begun: null, isEncoding: false, isHeard: false, pauses: false }
        : state
    case 'withdraw':
      return state.kind === 'opening' && state.wish ? { ...state, wish: null } : state
    case 'dismiss-fault':
      return state.fault === null ? state : { ...state, fault: null }
    default:
      return state
  }
}

function whileStarting(state: Starting, event: CaptureEvent): CaptureState {
  switch (event.type) {
    case 'begun':
      if (state.begun) return state
      return started({ ...state, begun: { takeId: event.takeId, takeNumber: event.takeNumber } })
    case 'encoding':
      return state.isEncoding ? state : started({ ...state, isEncoding: true })
    case 'heard':
      return state.isHeard || !state.isEncoding ? state : started({ ...state, isHeard: true })
    case 'pause':
      return state.pauses ? state : { ...state, pauses: true }
    case 'resume':
      return state.pauses ? { ...state, pauses: false } : state
    case 'stop':
      return saving(state.begun, event.fault)
    default:
      return state
  }
}

/** Recording is only called recording once the take has a row and its first sound is in. */
function started(state: Starting): CaptureState {
  if (!state.begun || !state.isEncoding || !state.isHeard) return state
  return { kind: 'recording', missing: null, ...state.begun }
}

function whileRunning(state: Running, event: CaptureEvent): CaptureState {
  const { takeId, takeNumber } = state
  switch (event.type) {
    case 'pause':
      return state.kind === 'recording' ? { kind: 'paused', takeId, takeNumber } : state
    case 'resume':
      return state.kind === 'paused'
        ? { kind: 'recording', missing: null, takeId, takeNumber }
        : state
    case 'data-missing':
      return state.kind === 'recording' && state.missing !== event.missing
        ? { ...state, missing: event.missing }
        : state
    case 'data-back':
      return state.kind === 'recording' && state.missing ? { ...state, missing: null } : state
    case 'stop':
      return saving(state, event.fault)
    default:
      return state
  }
}

function saving(take: BegunTake | null, fault: TakeFault | null): CaptureState {
  return {
    kind: 'saving',
    takeId: take?.takeId ?? null,
    takeNumber: take?.takeNumber ?? null,
    fault,
    wish: null,
  }
}

function whileSaving(state: Saving, event: CaptureEvent): CaptureState {
  switch (event.type) {
    case 'begun':
      return state.takeId === null
        ? { ...state, takeId: event.takeId, takeNumber: event.takeNumber }
        : state
    case 'stop':
      return state.fault === null && event.fault !== null ? { ...state, fault: event.fault } : state
    case 'record':
      return { ...state, wish: event.subject }
    case 'withdraw':
      return state.wish ? { ...state, wish: null } : state
    case 'ended':
      // What stopped the take explains more than what followed from it.
      return { kind: 'ready', fault: state.fault ?? event.fault }
    default:
      return state
  }
}
