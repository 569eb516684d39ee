import { powerSaveBlocker } from 'electron'

/**
 * A recording gives a chunk four times a second. One that gave none for so long is paused and
 * forgotten, or its page hangs: no reason to empty a battery.
 */
const FORGOTTEN_AFTER_MS = 5 * 60_000

/**
 * Keeps the machine from falling asleep by itself while takes are recorded; the screen may go dark.
 * `prevent-app-suspension` is what each system calls that: a power request on Windows, an assertion
 * against idle sleep on macOS, an inhibitor of the desktop's session on Linux. Closing a laptop's lid
 * is a person's wish and stays one.
 */
export class KeptAwake {
  readonly #takeIds = new Set<string>()
  #blockerId: number | null = null
  #forgetting: NodeJS.Timeout | null = null

  /** This take is being recorded. Said again and again, with each chunk. */
  holdFor(takeId: string): void {
    this.#takeIds.add(takeId)
    this.#blockerId ??= powerSaveBlocker.start('prevent-app-suspension')
    if (this.#forgetting) this.#forgetting.refresh()
    else this.#forgetting = setTimeout(() => this.#letSleep(), FORGOTTEN_AFTER_MS)
  }

  /** This take has ended, in whatever way. */
  releaseFor(takeId: string): void {
    this.#takeIds.delete(takeId)
    if (this.#takeIds.size === 0) this.#letSleep()
  }

  #letSleep(): void {
    if (this.#forgetting) clearTimeout(this.#forgetting)
    this.#forgetting = null
    if (this.#blockerId !== null) powerSaveBlocker.stop(this.#blockerId)
    this.#blockerId = null
  }

  dispose(): void {
    this.#takeIds.clear()
    this.#letSleep()
  }
}
