import { request } from '../api'
import { DeviceList, followDevices } from './deviceList'
import type { LevelFrame } from '../level/levelFeed'
import type { CaptureEvent } from '../capture/captureMachine'
import { type Microphone, type MicrophoneWishes, openMicrophone } from './openMicrophone'
import {
  areSame,
  isDefaultHidden,
  type MicrophoneChoice,
  microphoneChoices,
} from './microphoneChoices'
import { microphoneTroubleOf } from './microphoneTrouble'
import {
  idOfDefault,
  inUseOf,
  isListed,
  isPresent,
  isStillRight,
  mayHaveInputs,
  type MicrophoneInUse,
  type OpenedMicrophone,
} from './openedMicrophone'
import type { Scope } from '../lib/scope'

/** Who waits longer for an interface would rather record what the system makes of it. */
const INPUTS_WITHIN_MS = 1000

export interface KeeperListeners {
  /** A take is being made: nothing may be opened or closed now. */
  isBusy: () => boolean
  onEvent: (
    event: Extract<CaptureEvent, { type: 'open' | 'opened' | 'open-failed' | 'close' }>,
  ) => void
  onFrames: (frames: readonly LevelFrame[], isMuted: boolean) => void
  /** The open microphone went away by itself, in the middle of a take or not. */
  onLost: () => void
  onChoices: (microphones: readonly MicrophoneChoice[]) => void
  /** `inUse` has changed. */
  onNews: () => void
}

/** Keeps the wanted microphone open, whatever is plugged in, pulled out or chosen meanwhile. */
export class MicrophoneKeeper {
  readonly #listeners: KeeperListeners
  readonly #list = new DeviceList()
  #wishes: MicrophoneWishes | null = null
  #opened: OpenedMicrophone | null = null
  /** Only the newest attempt to open may succeed. */
  #attempt = 0
  #isOpening = false
  /** Ends when the inputs of what is open are heard, or cannot be. */
  #hearing: Promise<void> = Promise.resolve()
  #following: Scope | null = null

  constructor(listeners: KeeperListeners) {
    this.#listeners = listeners
  }

  get microphone(): Microphone | null {
    return this.#opened?.microphone ?? null
  }

  get inUse(): MicrophoneInUse | null {
    return this.#opened && inUseOf(this.#opened)
  }

  /** What the open microphone was opened with. */
  get openedWishes(): MicrophoneWishes | null {
    return this.#opened?.wishes ?? null
  }

  /** Wants this microphone from now on, or none. */
  want(wishes: MicrophoneWishes | null): void {
    this.#wishes = wishes
    if (wishes) this.#following ??= followDevices(() => void this.#look())
    this.reconcile()
  }

  /** Brings what is open in line with what is wanted; during a take it waits to be called again. */
  reconcile(): void {
    if (this.#listeners.isBusy()) return
    const wishes = this.#wishes
    if (wishes && this.#opened && isStillRight(this.#opened, wishes)) {
      // What became of the last take's microphone is no news for the next one.
      if (this.#opened.isMoved) this.#tell(this.#opened, { isMoved: false })
      this.#hearing = this.#hearInputs(this.#opened)
      return
    }
    this.#attempt += 1
    this.#isOpening = false
    this.#letGo()
    if (wishes) void this.#open(wishes, this.#attempt)
    else this.#leave()
  }

  #leave(): void {
    this.#following?.dispose()
    this.#following = null
    this.#listeners.onEvent({ type: 'close' })
  }

  #letGo(): void {
    this.#opened?.microphone.dispose()
    this.#opened = null
  }

  async #open(wishes: MicrophoneWishes, attempt: number): Promise<void> {
    const { onEvent, onFrames } = this.#listeners
    const isCurrent = () => attempt === this.#attempt
    this.#isOpening = true
    onEvent({ type: 'open' })
    try {
      const microphone = await openMicrophone(wishes, {
        onFrames: (frames) => isCurrent() && onFrames(frames, this.microphone?.isMuted ?? false),
        onLost: () => isCurrent() && this.#lost(),
      })
      // Only now are the names of the devices known.
      await this.#readList()
      if (!isCurrent()) return microphone.dispose()
      this.#isOpening = false
      const defaultId = idOfDefault(this.#list.devices)
      const asOpened = { source: null, isOutdated: false, isDoubtful: false, isMoved: false }
      const itself = { inputsOf: null, inputCount: 0 }
      const opened = { microphone, wishes, defaultId, ...asOpened, ...itself }
      this.#opened = opened
      // Nobody waits for the sound server to record, but where a take would be a mix of inputs.
      const looked = this.#look()
      if (mayHaveInputs(opened, this.#list.devices)) {
        await settledWithin(
          INPUTS_WITHIN_MS,
          looked.then(() => this.#hearing),
        )
        if (!isCurrent()) return
      }
      onEvent({ type: 'opened' })
    } catch (error) {
      if (!isCurrent()) return
      this.#isOpening = false
      onEvent({ type: 'open-failed', reason: microphoneTroubleOf(error) })
      await this.#readList()
    }
  }

  #lost(): void {
    this.#letGo()
    this.#listeners.onLost()
    this.reconcile()
  }

  async #readList(): Promise<boolean> {
    const isChanged = await this.#list.read()
    if (isChanged) this.#listeners.onChoices(microphoneChoices(this.#list.devices))
    return isChanged
  }

  /** Where the system keeps to itself which microphone records, main asks its sound server. */
  async #askForSource(): Promise<string | null> {
    if (!isDefaultHidden(this.#list.devices)) return null
    return (await request('microphone.source').catch(() => null)) ?? null
  }

  /** Follows what is plugged in and pulled out: at once, or after the take that is running. */
  async #look(): Promise<void> {
    const before = this.#list.devices
    const isChanged = await this.#readList()
    if (isChanged && this.#following && !this.#isOpening) {
      if (this.#opened && !isPresent(this.#opened, this.#list.devices)) return this.#lost()
    }
    const opened = this.#opened
    const source = opened && (await this.#askForSource())
    if (!this.#following || this.#isOpening || opened !== this.#opened) return
    if (opened && source !== null) this.#judgeSource(opened, source)
    if (!isChanged) return
    if (opened) this.#judgeList(opened, before)
    this.reconcile()
  }

  /** Whether what the system records with is still what was opened. */
  #judgeSource(opened: OpenedMicrophone, source: string): void {
    if (source === opened.source) return
    const { deviceId, label } = opened.microphone
    const isOther = source !== label && this.#list.devices.some((other) => other.label === source)
    const isMoved = this.#listeners.isBusy() && opened.source !== null
    // What was opened by its own id is opened again; the default one is where it belongs.
    if (deviceId !== null && isOther) opened.isOutdated = true
    // The inputs of an interface do not follow it to another microphone.
    if (opened.inputCount > 0) opened.isOutdated = true
    this.#tell(opened, { source, isMoved })
    this.reconcile()
  }

  /** Hears each input of an interface, once it is known to be one. */
  async #hearInputs(opened: OpenedMicrophone): Promise<void> {
    const { source, microphone } = opened
    if (source === null || source === opened.inputsOf) return
    opened.inputsOf = source
    // In the middle of a take it would be another sound: then it is tried again after that.
    const mayHear = () =>
      this.#opened === opened && !this.#listeners.isBusy() && opened.source === source
    const count = await microphone.hearInputsOf(source, mayHear)
    if (count !== null) opened.inputCount += count
    else if (opened.inputsOf === source) opened.inputsOf = null
  }

  /** Whether what is open is still what is wanted, now that the list of devices is another one. */
  #judgeList(opened: OpenedMicrophone, before: readonly MediaDeviceInfo[]): void {
    const { devices } = this.#list
    const { microphone, wishes, defaultId } = opened
    const isDefault = wishes.microphoneId === null || microphone.isFallback
    const isDefaultMoved = isDefault && defaultId !== idOfDefault(devices)
    const isChosenBack = microphone.isFallback && isListed(wishes.microphoneId, devices)
    if (isDefaultMoved || isChosenBack) opened.isOutdated = true
    if (areSame(before, devices) || !isDefaultHidden(devices)) return
    // The system may have given the recording another one. Opening it anew puts that right.
    opened.isOutdated = true
    if (opened.source === null) this.#tell(opened, { isDoubtful: true })
  }

  #tell(opened: OpenedMicrophone, news: Partial<OpenedMicrophone>): void {
    Object.assign(opened, news)
    this.#listeners.onNews()
  }
}

/** Resolves when the work has ended, however it did, or when it has taken this long. */
async function settledWithin(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([work.catch(() => undefined), patience])
  clearTimeout(timer)
}
