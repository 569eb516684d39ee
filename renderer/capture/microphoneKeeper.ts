import type { LevelFrame } from './levelFeed'
import type { CaptureEvent } from './machine'
import { type Microphone, type MicrophoneWishes, openMicrophone } from './microphone'
import { defaultGroupId, type MicrophoneChoice, microphoneChoices } from './microphoneChoices'
import { troubleOf } from './microphoneTrouble'
import { Scope } from './scope'

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
  #defaultGroupId: string | null = null
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
    this.#letGo()
    if (wishes) void this.#open(wishes, this.#attempt)
    else this.#leave()
  }

  #follow(): void {
    this.#scope = new Scope()
    this.#scope.listen(navigator.mediaDevices, 'devicechange', () => void this.#devicesChanged())
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
    onEvent({ type: 'open' })
    try {
      const microphone = await openMicrophone(wishes, {
        onFrame: (frame) => isCurrent() && onFrame(frame, this.microphone?.isMuted ?? false),
        onLost: () => isCurrent() && this.#lost(),
      })
      if (!isCurrent()) {
        microphone.dispose()
        return
      }
      this.#opened = { microphone, wishes, isOutdated: false }
      onEvent({ type: 'opened' })
    } catch (error) {
      if (isCurrent()) onEvent({ type: 'open-failed', reason: troubleOf(error) })
    }
    // Only now are the names of the devices known.
    if (isCurrent()) await this.#listDevices()
  }

  #lost(): void {
    this.#letGo()
    this.#listeners.onLost()
    this.reconcile()
  }

  async #listDevices(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
    this.#defaultGroupId = defaultGroupId(devices)
    this.#listeners.onChoices(microphoneChoices(devices))
  }

  /** The microphone follows what is plugged in: at once, or after the take that is running. */
  async #devicesChanged(): Promise<void> {
    const before = this.#defaultGroupId
    const attempt = this.#attempt
    await this.#listDevices()
    if (attempt !== this.#attempt) return
    if (this.#opened) {
      const isDefault = this.#opened.wishes.microphoneId === null
      const isDefaultMoved = isDefault && before !== this.#defaultGroupId
      this.#opened.isOutdated ||= this.#opened.microphone.isFallback || isDefaultMoved
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
