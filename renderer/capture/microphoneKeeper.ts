import { DeviceList, followDevices } from './deviceList'
import type { LevelFrame } from './levelFeed'
import type { CaptureEvent } from './machine'
import { type Microphone, type MicrophoneWishes, openMicrophone } from './microphone'
import {
  areSame,
  defaultDevice,
  isDefaultHidden,
  type MicrophoneChoice,
  microphoneChoices,
  realMicrophones,
} from './microphoneChoices'
import { troubleOf } from './microphoneTrouble'
import type { Scope } from './scope'

export interface KeeperListeners {
  /** A take is being made: nothing may be opened or closed now. */
  isBusy: () => boolean
  onEvent: (
    event: Extract<CaptureEvent, { type: 'open' | 'opened' | 'open-failed' | 'close' }>,
  ) => void
  onFrame: (frame: LevelFrame, isMuted: boolean) => void
  /** The open microphone went away by itself, in the middle of a take or not. */
  onLost: () => void
  onChoices: (microphones: readonly MicrophoneChoice[]) => void
  /** During a take, `inUse` has turned doubtful. */
  onDoubt: () => void
}

/** The microphone that is really open. */
export interface MicrophoneInUse {
  label: string
  /** The chosen one is not there; this is the system's default one in its place. */
  isFallback: boolean
  /** Devices came or went, and the system may have given the take another one. */
  isDoubtful: boolean
}

interface OpenedMicrophone {
  microphone: Microphone
  wishes: MicrophoneWishes
  /** What the system's default stood for when it was opened. */
  defaultId: string | null
  /** Another one would be opened now. */
  isOutdated: boolean
  isDoubtful: boolean
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
  #following: Scope | null = null

  constructor(listeners: KeeperListeners) {
    this.#listeners = listeners
  }

  get microphone(): Microphone | null {
    return this.#opened?.microphone ?? null
  }

  get inUse(): MicrophoneInUse | null {
    if (!this.#opened) return null
    const { microphone, isDoubtful } = this.#opened
    return { label: microphone.label, isFallback: microphone.isFallback, isDoubtful }
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
    if (wishes && this.#opened && isStillRight(this.#opened, wishes)) return
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
    const { onEvent, onFrame } = this.#listeners
    const isCurrent = () => attempt === this.#attempt
    this.#isOpening = true
    onEvent({ type: 'open' })
    try {
      const microphone = await openMicrophone(wishes, {
        onFrame: (frame) => isCurrent() && onFrame(frame, this.microphone?.isMuted ?? false),
        onLost: () => isCurrent() && this.#lost(),
      })
      // Only now are the names of the devices known.
      await this.#readList()
      if (!isCurrent()) return microphone.dispose()
      this.#isOpening = false
      const defaultId = idOfDefault(this.#list.devices)
      this.#opened = { microphone, wishes, defaultId, isOutdated: false, isDoubtful: false }
      onEvent({ type: 'opened' })
    } catch (error) {
      if (!isCurrent()) return
      this.#isOpening = false
      onEvent({ type: 'open-failed', reason: troubleOf(error) })
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

  /** Follows what is plugged in and pulled out: at once, or after the take that is running. */
  async #look(): Promise<void> {
    const before = this.#list.devices
    if (!(await this.#readList()) || !this.#following || this.#isOpening) return
    if (this.#opened && !isPresent(this.#opened, this.#list.devices)) return this.#lost()
    if (this.#opened) this.#judge(this.#opened, before)
    this.reconcile()
  }

  /** Whether what is open is still what is wanted, now that the list of devices is another one. */
  #judge(opened: OpenedMicrophone, before: readonly MediaDeviceInfo[]): void {
    const { devices } = this.#list
    const { microphone, wishes, defaultId } = opened
    const isDefault = wishes.microphoneId === null || microphone.isFallback
    const isDefaultMoved = isDefault && defaultId !== idOfDefault(devices)
    const isChosenBack = microphone.isFallback && isListed(wishes.microphoneId, devices)
    if (isDefaultMoved || isChosenBack) opened.isOutdated = true
    if (areSame(before, devices) || !isDefaultHidden(devices)) return
    // The system may have given the recording another one. Opening it anew puts that right.
    opened.isOutdated = true
    opened.isDoubtful = true
    if (this.#listeners.isBusy()) this.#listeners.onDoubt()
  }
}

function isPresent({ microphone }: OpenedMicrophone, devices: readonly MediaDeviceInfo[]): boolean {
  const { deviceId } = microphone
  // Which device it is may be unknown; when none is left, it is none of them.
  return deviceId === null
    ? devices.some(({ kind }) => kind === 'audioinput')
    : isListed(deviceId, devices)
}

function isListed(id: string | null, devices: readonly MediaDeviceInfo[]): boolean {
  return realMicrophones(devices).some(({ deviceId }) => deviceId === id)
}

function idOfDefault(devices: readonly MediaDeviceInfo[]): string | null {
  return defaultDevice(devices)?.deviceId ?? null
}

function isStillRight(opened: OpenedMicrophone, wanted: MicrophoneWishes): boolean {
  const { microphone, wishes, isOutdated } = opened
  return (
    !isOutdated &&
    microphone.stream.active &&
    wishes.microphoneId === wanted.microphoneId &&
    wishes.processing.echoCancellation === wanted.processing.echoCancellation &&
    wishes.processing.noiseSuppression === wanted.processing.noiseSuppression &&
    wishes.processing.autoGainControl === wanted.processing.autoGainControl
  )
}
