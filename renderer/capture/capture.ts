import type { Take } from '../../shared/model'
import { listen, request } from '../api'
import { type InputHint, InputHintDetector } from './inputHint'
import { type LevelFrame, LevelFeed } from './levelFeed'
import {
  type CaptureEvent,
  type CaptureState,
  CLOSED,
  isTakeRunning,
  type TakeFault,
  transition,
} from './machine'
import { type Microphone, type MicrophoneWishes, openMicrophone } from './microphone'
import { defaultGroupId, type MicrophoneChoice, microphoneChoices } from './microphoneChoices'
import { troubleOf } from './microphoneTrouble'
import { Observable } from './observable'
import { Recorder } from './recorder'
import { Scope } from './scope'

/** The question that a take answers. */
export interface TakeSubject {
  sessionId: string
  questionId: string
}

/** The microphone that is really open. */
export interface MicrophoneInUse {
  label: string
  /** The chosen one is not there; this is the system's default one in its place. */
  isFallback: boolean
}

/** Everything of capture that a screen renders. A new object whenever something in it changes. */
export interface CaptureSnapshot {
  state: CaptureState
  microphone: MicrophoneInUse | null
  microphones: readonly MicrophoneChoice[]
}

interface OpenedMicrophone {
  microphone: Microphone
  wishes: MicrophoneWishes
  /** Devices came or went, and another one would be opened now. */
  isOutdated: boolean
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
  /** Hears of each take that was saved, also after the screen that started it is gone. */
  onTakeSaved: ((take: Take) => void) | null = null

  #scope: Scope | null = null
  #wishes: MicrophoneWishes | null = null
  #opened: OpenedMicrophone | null = null
  /** Only the newest attempt to open may succeed. */
  #attempt = 0
  #detector = new InputHintDetector()
  #recorder: Recorder | null = null
  #ending: Promise<Take | null> | null = null
  #elapsedMs = 0
  #defaultGroupId: string | null = null

  get state(): CaptureState {
    return this.snapshot.get().state
  }

  /** The length of the running take, or of the last one, in milliseconds of sound. */
  get elapsedMs(): number {
    return this.#recorder?.elapsedMs ?? this.#elapsedMs
  }

  /** Opens the microphone, or another one; during a take it waits for the take's end. */
  open = (wishes: MicrophoneWishes): void => {
    this.#wishes = wishes
    this.#attend()
    this.#reconcile()
  }

  /** Finishes the take if there is one, then lets the microphone go. */
  close = (): void => {
    this.#wishes = null
    if (isTakeRunning(this.state)) void this.stop()
    else this.#reconcile()
  }

  /** Tries again to open the microphone. */
  retry = (): void => {
    if (this.state.kind === 'failed') this.#reconcile()
  }

  /** Starts a take. Does nothing unless the microphone is ready. */
  record = (subject: TakeSubject): void => {
    const { state } = this
    if (state.kind !== 'ready' || !this.#opened) return
    const { microphone, wishes } = this.#opened
    const input = { ...subject, microphone: microphone.label, processing: wishes.processing }
    this.#elapsedMs = 0
    this.#dispatch({ type: 'record' })
    try {
      this.#recorder = new Recorder(microphone.stream, input, {
        onEvent: this.#dispatch,
        onFault: (fault) => void this.#end(fault),
      })
    } catch {
      void this.#end({ kind: 'encoder-failed' })
    }
  }

  pause = (): void => {
    if (this.state.kind !== 'recording') return
    this.#recorder?.pause()
    this.#dispatch({ type: 'pause' })
  }

  resume = (): void => {
    if (this.state.kind !== 'paused') return
    this.#recorder?.resume()
    this.#dispatch({ type: 'resume' })
  }

  /** Ends the take and answers with it once it is saved; null when there is none to save. */
  stop = (): Promise<Take | null> => {
    if (!isTakeRunning(this.state)) return Promise.resolve(null)
    return this.#end(null)
  }

  /** The person has read what went wrong with the last take. */
  dismissFault = (): void => this.#dispatch({ type: 'dismiss-fault' })

  #dispatch = (event: CaptureEvent): void => {
    this.#show({ state: transition(this.state, event) })
  }

  #show(change: Partial<CaptureSnapshot>): void {
    const before = this.snapshot.get()
    const after = { ...before, ...change }
    const isSame =
      after.state === before.state &&
      after.microphone === before.microphone &&
      after.microphones === before.microphones
    if (!isSame) this.snapshot.set(after)
  }

  /** Listens to the world for as long as somebody wants the microphone or a take is unfinished. */
  #attend(): void {
    if (this.#scope) return
    this.#scope = new Scope()
    this.#scope.listen(navigator.mediaDevices, 'devicechange', () => void this.#devicesChanged())
    this.#scope.add(listen('app.closing', () => void this.#finishForClosing()))
  }

  async #finishForClosing(): Promise<void> {
    await this.stop()
    // Main closes after a while without this too; there is nobody left to tell.
    await request('app.readyToClose').catch(() => undefined)
  }

  /** Brings what is open in line with what is wanted. A running take puts it off until its end. */
  #reconcile(): void {
    if (isTakeRunning(this.state)) return
    const wishes = this.#wishes
    if (wishes && this.#opened && isStillRight(this.#opened, wishes)) return
    this.#attempt += 1
    this.#letGo()
    if (wishes) void this.#openAs(wishes, this.#attempt)
    else this.#leave()
  }

  #leave(): void {
    this.#scope?.dispose()
    this.#scope = null
    this.#dispatch({ type: 'close' })
  }

  #letGo(): void {
    this.#opened?.microphone.dispose()
    this.#opened = null
    this.#detector = new InputHintDetector()
    this.hint.set(null)
    this.levels.silence()
    this.#show({ microphone: null })
  }

  async #openAs(wishes: MicrophoneWishes, attempt: number): Promise<void> {
    this.#dispatch({ type: 'open' })
    const isCurrent = () => attempt === this.#attempt
    try {
      const microphone = await openMicrophone(wishes, {
        onFrame: (frame) => isCurrent() && this.#hear(frame),
        onLost: () => isCurrent() && this.#lost(),
      })
      if (!isCurrent()) {
        microphone.dispose()
        return
      }
      this.#opened = { microphone, wishes, isOutdated: false }
      const { label, isFallback } = microphone
      this.#show({ microphone: { label, isFallback } })
      this.#dispatch({ type: 'opened' })
    } catch (error) {
      if (isCurrent()) this.#dispatch({ type: 'open-failed', reason: troubleOf(error) })
    }
    // Only now are the names of the devices known.
    if (isCurrent()) await this.#listDevices()
  }

  #hear(frame: LevelFrame): void {
    const isKept = this.#recorder?.hear(frame) ?? false
    this.hint.set(this.#detector.push(frame, this.#opened?.microphone.isMuted ?? false))
    this.levels.push(frame, isKept)
  }

  #lost(): void {
    this.#letGo()
    // While saving, the take is already over and whole: its end had nothing to do with this.
    if (this.state.kind === 'saving') return
    if (isTakeRunning(this.state)) void this.#end({ kind: 'device-gone' })
    else this.#reconcile()
  }

  #end(fault: TakeFault | null): Promise<Take | null> {
    this.#dispatch({ type: 'stop', fault })
    this.#ending ??= this.#finish()
    return this.#ending
  }

  async #finish(): Promise<Take | null> {
    const recorder = this.#recorder
    const sent = recorder ? await recorder.stop() : { take: null, fault: null }
    this.#elapsedMs = recorder?.elapsedMs ?? 0
    this.#recorder = null
    this.#ending = null
    this.#dispatch({ type: 'ended', fault: sent.fault })
    if (sent.take) this.onTakeSaved?.(sent.take)
    this.#reconcile()
    return sent.take
  }

  async #listDevices(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
    this.#defaultGroupId = defaultGroupId(devices)
    this.#show({ microphones: microphoneChoices(devices) })
  }

  /** Follows plugging and unplugging; the microphone follows too, after the take if there is one. */
  async #devicesChanged(): Promise<void> {
    const before = this.#defaultGroupId
    await this.#listDevices()
    if (this.#opened) {
      const isDefault = this.#opened.wishes.microphoneId === null
      const isDefaultMoved = isDefault && before !== this.#defaultGroupId
      this.#opened.isOutdated ||= this.#opened.microphone.isFallback || isDefaultMoved
    }
    if (this.state.kind === 'failed' || this.state.kind === 'ready') this.#reconcile()
  }
}

function isStillRight(
  { microphone, wishes, isOutdated }: OpenedMicrophone,
  wanted: MicrophoneWishes,
) {
  return (
    !isOutdated &&
    microphone.stream.active &&
    wishes.microphoneId === wanted.microphoneId &&
    wishes.processing.echoCancellation === wanted.processing.echoCancellation &&
    wishes.processing.noiseSuppression === wanted.processing.noiseSuppression &&
    wishes.processing.autoGainControl === wanted.processing.autoGainControl
  )
}
