import { setImmediate } from 'node:timers/promises'

/** What long work is given: how to say how far it is, and how it hears that it has to rest or stop. */
export interface WorkWatch {
  /** Stops the work, which then throws the signal's reason. */
  signal?: AbortSignal | undefined
  /** How much is done, from 0 to 1; a few times a second. */
  onProgress?: ((share: number) => void) | undefined
  /** Lets the work rest while it is on. */
  pause?: PauseSwitch | undefined
}

/**
 * Long work calls this several times a second: others get their turn, and while it is paused it
 * waits here.
 * @throws the signal's reason when the work has to stop
 */
export async function takeTurn({ signal, pause }: WorkWatch): Promise<void> {
  await setImmediate()
  await pause?.untilOff(signal)
  signal?.throwIfAborted()
}

/** On while anybody holds it: while a take is recorded, for instance. */
export class PauseSwitch {
  readonly #holders = new Set<string>()
  readonly #listeners = new Set<() => void>()

  get isOn(): boolean {
    return this.#holders.size > 0
  }

  /** Held twice by the same one it is held once. */
  holdFor(holder: string): void {
    this.#change(() => this.#holders.add(holder))
  }

  releaseFor(holder: string): void {
    this.#change(() => this.#holders.delete(holder))
  }

  /** @returns the function that ends listening */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves at once when it is off, and when the signal is aborted. */
  async untilOff(signal?: AbortSignal): Promise<void> {
    if (!this.isOn || signal?.aborted) return
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        if (this.isOn && !signal?.aborted) return
        stop()
        signal?.removeEventListener('abort', goOn)
        resolve()
      }
      const stop = this.onChange(goOn)
      signal?.addEventListener('abort', goOn)
    })
  }

  #change(change: () => void): void {
    const wasOn = this.isOn
    change()
    if (this.isOn !== wasOn) for (const listener of this.#listeners) listener()
  }
}
