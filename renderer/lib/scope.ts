/**
 * Owns what has to be given back: whoever opens a listener, timer or stream registers its disposal
 * on the next line. Disposal runs once, newest first.
 */
export class Scope {
  readonly #disposals: (() => void)[] = []
  #isDisposed = false

  /** Registers a disposal; one that comes too late runs at once, so nothing can leak. */
  add(dispose: () => void): void {
    if (this.#isDisposed) dispose()
    else this.#disposals.push(dispose)
  }

  listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener)
    this.add(() => target.removeEventListener(type, listener))
  }

  dispose(): void {
    if (this.#isDisposed) return
    this.#isDisposed = true
    for (const dispose of this.#disposals.toReversed()) dispose()
    this.#disposals.length = 0
  }
}
