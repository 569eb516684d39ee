import type { Take } from '../../shared/model'
import { listen, request } from '../api'
import { type InputHint, InputHintDetector } from '../level/inputHint'
import { type LevelFrame, LevelFeed, MS_PER_FRAME } from '../level/levelFeed'
import {
  type CaptureEvent,
  type CaptureState,
  CLOSED,
  faultOf,
  isTakeRunning,
  type TakeFault,
  type TakeSubject,
  transition,
  wishOf,
} from './captureMachine'
import type { MicrophoneWishes } from '../microphone/openMicrophone'
import type { MicrophoneChoice } from '../microphone/microphoneChoices'
import { MicrophoneKeeper } from '../microphone/microphoneKeeper'
import type { MicrophoneInUse } from '../microphone/openedMicrophone'
import { Observable } from '../lib/observable'
import { Recorder, type RecorderEvent } from './recorder'

/** What became of a take that has ended: whether there is one, and what went wrong with it. */
export interface TakeEnd {
  readonly take: Take | null
  readonly fault: TakeFault | null
}

const NO_TAKE: TakeEnd = { take: null, fault: null }

/** Everything of capture that a screen renders. A new object whenever something in it changes. */
export interface CaptureSnapshot {
  state: CaptureState
  microphone: MicrophoneInUse | null
  microphones: readonly MicrophoneChoice[]
}

/**
 * One microphone and the takes that are made with it. Opens while somebody wants it, lets it go
 * when nobody does, and never in the middle of a take.
 */
export class Capture {
  readonly levels = new LevelFeed()
  readonly hint = new Observable<InputHint | null>(null)
  readonly snapshot = new Observable<CaptureSnapshot>({
    state: CLOSED,
    microphone: null,
    microphones: [],
  })
  readonly #keeper = new MicrophoneKeeper({
    isBusy: () => isTakeRunning(this.state),
    onEvent: (event) => this.#microphoneChanged(event),
    onFrames: (frames, isMuted) => this.#hear(frames, isMuted),
    onLost: () => this.#lost(),
    onChoices: (microphones) => this.snapshot.set({ ...this.snapshot.get(), microphones }),
    onNews: () => this.#showMicrophone(),
  })
  #detector = new InputHintDetector()
  #recorder: Recorder | null = null
  #ending: Promise<TakeEnd> | null = null
  #elapsedMs = 0
  /** The window closes: what is said from now on would be in nothing. */
  #isClosing = false
  #stopListening: (() => void) | null = null
  #onTakeSaved: ((take: Take) => void) | null = null
  #onUnseenFault: ((fault: TakeFault) => void) | null = null

  get state(): CaptureState {
    return this.snapshot.get().state
  }

  /** The length of the running take, or of the last one, in milliseconds of sound. */
  get elapsedMs(): number {
    return this.#recorder?.elapsedMs ?? this.#elapsedMs
  }

  /** Tells each take that is saved to this listener, also after the screen that made it is gone. */
  tellTakesTo = (listener: ((take: Take) => void) | null): void => {
    this.#onTakeSaved = listener
  }

  /** Tells this listener what went wrong with a take that ended after its screen was left. */
  tellUnseenFaultsTo = (listener: ((fault: TakeFault) => void) | null): void => {
    this.#onUnseenFault = listener
  }

  /** Opens the microphone, or another one; during a take it waits for the take's end. */
  open = (wishes: MicrophoneWishes): void => {
    this.#stopListening ??= listen('app.closing', () => void this.#finishForClosing())
    this.#keeper.want(wishes)
  }

  /** Finishes the take if there is one, then lets the microphone go. */
  close = (): void => {
    this.#keeper.want(null)
    void this.stop()
  }

  /** Tries again to open the microphone. */
  retry = (): void => {
    if (this.state.kind === 'failed') this.#keeper.reconcile()
  }

  /**
   * Starts a take. While the microphone opens, or the last take is saved, the wish is kept and carried
   * out as soon as it can be; without a microphone, or once the window closes, nothing happens.
   */
  record = (subject: TakeSubject): void => {
    if (this.#isClosing) return
    const { microphone, inUse, openedWishes } = this.#keeper
    if (this.state.kind !== 'ready') {
      this.#dispatch({ type: 'record', subject })
      return
    }
    if (!microphone || !inUse || !openedWishes) return
    const { processing } = openedWishes
    const input = { ...subject, microphone: inUse.label, processing }
    this.#elapsedMs = 0
    this.#dispatch({ type: 'record', subject })
    try {
      // What an older one still has to say must not touch this take.
      const recorder: Recorder = new Recorder(microphone.toRecord(), input, {
        onEvent: (event) => {
          if (this.#recorder === recorder) this.#tellOfRecorder(event)
        },
        onFault: (fault) => {
          if (this.#recorder === recorder) void this.#end(fault)
        },
      })
      this.#recorder = recorder
    } catch {
      void this.#end({ kind: 'encoder-failed' })
    }
  }

  /** Takes back the wish for a take that could not begin yet. */
  withdraw = (): void => this.#dispatch({ type: 'withdraw' })

  /** Pauses the take; one that only starts pauses as soon as it records. */
  pause = (): void => {
    if (this.state.kind === 'recording') this.#recorder?.pause()
    this.#dispatch({ type: 'pause' })
  }

  resume = (): void => {
    if (this.state.kind === 'paused') this.#recorder?.resume()
    this.#dispatch({ type: 'resume' })
  }

  /**
   * Ends the take if there is one, and answers once it is saved. A wish for another one is taken back.
   */
  stop = (): Promise<TakeEnd> => {
    this.withdraw()
    return this.#end(null)
  }

  /** The person has read what went wrong with the last take. */
  dismissFault = (): void => this.#dispatch({ type: 'dismiss-fault' })

  #dispatch(event: CaptureEvent): void {
    const snapshot = this.snapshot.get()
    const state = transition(snapshot.state, event)
    if (state !== snapshot.state) this.snapshot.set({ ...snapshot, state })
  }

  #tellOfRecorder(event: RecorderEvent): void {
    const pauses = this.state.kind === 'starting' && this.state.pauses
    this.#dispatch(event)
    if (pauses) this.pause()
  }

  #microphoneChanged(event: CaptureEvent): void {
    if (!this.#keeper.microphone) this.#quiet()
    this.#showMicrophone()
    const wish = wishOf(this.state)
    this.#dispatch(event)
    if (wish && event.type === 'opened') this.record(wish)
    if (event.type !== 'close') return
    this.#stopListening?.()
    this.#stopListening = null
  }

  #showMicrophone(): void {
    this.snapshot.set({ ...this.snapshot.get(), microphone: this.#keeper.inUse })
  }

  #quiet(): void {
    this.#detector = new InputHintDetector()
    this.hint.set(null)
    this.levels.silence()
  }

  async #finishForClosing(): Promise<void> {
    this.#isClosing = true
    await this.stop()
    // Main closes after a while without this too; there is nobody left to tell.
    await request('app.readyToClose').catch(() => undefined)
  }

  #hear(frames: readonly LevelFrame[], isMuted: boolean): void {
    let endedAtMs = performance.now() - (frames.length - 1) * MS_PER_FRAME
    for (const frame of frames) {
      const isKept = this.#recorder?.hear(frame, endedAtMs) ?? false
      this.hint.set(this.#detector.push(frame, isMuted))
      this.levels.push(frame, isKept)
      endedAtMs += MS_PER_FRAME
    }
    this.levels.tell()
  }

  #lost(): void {
    this.#quiet()
    // While saving, the take is over and whole: its end had nothing to do with this.
    if (this.state.kind !== 'saving' && isTakeRunning(this.state)) {
      void this.#end({ kind: 'device-gone' })
    }
  }

  #end(fault: TakeFault | null): Promise<TakeEnd> {
    if (!isTakeRunning(this.state)) return Promise.resolve(NO_TAKE)
    this.#dispatch({ type: 'stop', fault })
    this.#ending ??= this.#finish()
    return this.#ending
  }

  async #finish(): Promise<TakeEnd> {
    const recorder = this.#recorder
    const { take, fault } = recorder ? await recorder.stop() : NO_TAKE
    this.#elapsedMs = recorder?.elapsedMs ?? 0
    this.#recorder = null
    this.#ending = null
    const wish = wishOf(this.state)
    this.#dispatch({ type: 'ended', fault })
    const end = { take, fault: faultOf(this.state) }
    if (take) this.#onTakeSaved?.(take)
    // Opens the next microphone, or lets this one go: then no screen shows the fault any more.
    this.#keeper.reconcile()
    if (end.fault && this.state.kind === 'closed') this.#onUnseenFault?.(end.fault)
    // What went wrong is read before the next take.
    if (wish && !end.fault) this.record(wish)
    return end
  }
}
