import { powerSaveBlocker } from 'electron'

/**
 * A recording gives a chunk four times a second. One that gave none for so long is paused and
 * forgotten, or its page hangs: no reason to empty a battery. A mock interview is heard of as often,
 * or with each of its steps.
 */
const FORGOTTEN_AFTER_MS = 5 * 60_000

/**
 * Keeps the machine from falling asleep by itself while takes are recorded; the screen may go dark
 * then, but not in a mock interview, where the next question comes without a hand on anything.
 * `prevent-app-suspension` is what each system calls the one: a power request on Windows, an assertion
 * against idle sleep on macOS, an inhibitor of the desktop's session on Linux. Closing a laptop's lid
 * is a person's wish and stays one.
 */
export class KeptAwake {
  readonly #takeIds = new Set<string>()
  readonly #machine = new Blocker('prevent-app-suspension')
  readonly #display = new Blocker('prevent-display-sleep')
  #forgetting: NodeJS.Timeout | null = null

  /** This take is being recorded. Said again and again, with each chunk. */
  holdFor(takeId: string): void {
    this.#takeIds.add(takeId)
    this.#machine.start()
    this.#notForgotten()
  }

  /** This take has ended, in whatever way. */
  releaseFor(takeId: string): void {
    this.#takeIds.delete(takeId)
    if (this.#takeIds.size === 0) this.#machine.stop()
    this.#restIfIdle()
  }

  /** A mock interview runs, said again with each of its steps; or it has ended. */
  keepDisplayOn(isOn: boolean): void {
    if (isOn) {
      this.#display.start()
      this.#notForgotten()
      return
    }
    this.#display.stop()
    this.#restIfIdle()
  }

  #notForgotten(): void {
    if (this.#forgetting) this.#forgetting.refresh()
    else this.#forgetting = setTimeout(() => this.#letSleep(), FORGOTTEN_AFTER_MS)
  }

  #restIfIdle(): void {
    if (!this.#machine.isOn && !this.#display.isOn) this.#letSleep()
  }

  #letSleep(): void {
    if (this.#forgetting) clearTimeout(this.#forgetting)
    this.#forgetting = null
    this.#machine.stop()
    this.#display.stop()
  }

  dispose(): void {
    this.#takeIds.clear()
    this.#letSleep()
  }
}

/** One thing that is asked of the system, once at a time. */
class Blocker {
  readonly #type: Parameters<typeof powerSaveBlocker.start>[0]
  #id: number | null = null

  constructor(type: Parameters<typeof powerSaveBlocker.start>[0]) {
    this.#type = type
  }

  get isOn(): boolean {
    return this.#id !== null
  }

  start(): void {
    this.#id ??= powerSaveBlocker.start(this.#type)
  }

  stop(): void {
    if (this.#id !== null) powerSaveBlocker.stop(this.#id)
    this.#id = null
  }
}
