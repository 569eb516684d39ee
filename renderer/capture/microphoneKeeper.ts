import type { LevelFrame } from './levelFeed'
import type { CaptureEvent } from './machine'
import { type Microphone, type MicrophoneWishes, openMicrophone } from './microphone'
import { defaultGroupId, type MicrophoneChoice, microphoneChoices } from './microphoneChoices'
import { troubleOf } from './microphoneTrouble'
import { Scope } from './scope'

/**
 * Some sound servers give a recording another microphone when its own goes, without a word: no
 * event, and a track that is still live. Only the list of devices shows it.
 */
const LOOK_EVERY_MS = 2000

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
}

interface OpenedMicrophone {
  microphone: Microphone
  wishes: MicrophoneWishes
  /** What the system's default stood for when it was opened. */
  defaultGroup: string | null
  /** Devices came or went, and another one would be opened now. */
  isOutdated: boolean
}

/** Keeps the wanted microphone open, whatever is plugged in, pulled out or chosen meanwhile. */
export class MicrophoneKeeper {
  readonly #listeners: KeeperListeners
  #wishes: MicrophoneWishes | null = null
  #opened: OpenedMicrophone | null = null
  /** Only the newest attempt to open may succeed. */
  #attempt = 0
  #isOpening = false
  /** The list of devices, as it was read last, and what its default one stood for. */
  #seen = ''
  #defaultGroup: string | null = null
  #scope: Scope | null = null

  constructor(listeners: KeeperListeners) {
    this.#listeners = listeners
  }

  get microphone(): Microphone | null {
    return this.#opened?.microphone ?? null
  }

  /** What the open microphone was opened with. */
  get openedWishes(): MicrophoneWishes | null {
    return this.#opened?.wishes ?? null
  }

  /** Wants this microphone from now on, or none. */
  want(wishes: MicrophoneWishes | null): void {
    this.#wishes = wishes
    if (wishes && !this.#scope) this.#follow()
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

  #follow(): void {
    this.#scope = new Scope()
    this.#scope.listen(navigator.mediaDevices, 'devicechange', () => void this.#look())
    const looking = setInterval(() => void this.#look(), LOOK_EVERY_MS)
    this.#scope.add(() => clearInterval(looking))
  }

  #leave(): void {
    this.#scope?.dispose()
    this.#scope = null
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
      await this.#listDevices()
      if (!isCurrent()) return microphone.dispose()
      this.#isOpening = false
      this.#opened = { microphone, wishes, defaultGroup: this.#defaultGroup, isOutdated: false }
      onEvent({ type: 'opened' })
    } catch (error) {
      if (!isCurrent()) return
      this.#isOpening = false
      onEvent({ type: 'open-failed', reason: troubleOf(error) })
      await this.#listDevices()
    }
  }

  #lost(): void {
    this.#letGo()
    this.#listeners.onLost()
    this.reconcile()
  }

  /** Reads the list of devices; null when it is the same as before. */
  async #listDevices(): Promise<readonly MediaDeviceInfo[] | null> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null)
    if (!devices) return null
    const seen = JSON.stringify(devices)
    if (seen === this.#seen) return null
    this.#seen = seen
    this.#defaultGroup = defaultGroupId(devices)
    this.#listeners.onChoices(microphoneChoices(devices))
    return devices
  }

  /** Follows what is plugged in and pulled out: at once, or after the take that is running. */
  async #look(): Promise<void> {
    const devices = await this.#listDevices()
    if (!devices || !this.#scope || this.#isOpening) return
    if (this.#opened) {
      const { microphone, wishes, defaultGroup } = this.#opened
      const isPresent = devices.some(({ deviceId }) => deviceId === wishes.microphoneId)
      if (wishes.microphoneId !== null && !microphone.isFallback && !isPresent) return this.#lost()
      const isDefaultMoved = wishes.microphoneId === null && defaultGroup !== this.#defaultGroup
      this.#opened.isOutdated = isDefaultMoved || (microphone.isFallback && isPresent)
    }
    this.reconcile()
  }
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
