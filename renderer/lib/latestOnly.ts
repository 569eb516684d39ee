/**
 * Sends values that change faster than they can be stored, such as a mark under an arrow key that is
 * held down: the first at once, and while it is on its way only the newest of the others.
 */
export class LatestOnly<Value> {
  readonly #send: (key: string, value: Value) => Promise<unknown>
  readonly #wanted = new Map<string, Value>()

  constructor(send: (key: string, value: Value) => Promise<unknown>) {
    this.#send = send
  }

  /** Resolves when nothing newer waits; rejects with the first refusal, and what waited is dropped. */
  async set(key: string, value: Value): Promise<void> {
    const isUnderWay = this.#wanted.has(key)
    this.#wanted.set(key, value)
    if (isUnderWay) return
    try {
      let sent: Value | undefined
      while (this.#wanted.has(key) && this.#wanted.get(key) !== sent) {
        sent = this.#wanted.get(key) as Value
        await this.#send(key, sent)
      }
    } finally {
      this.#wanted.delete(key)
    }
  }

  /** While this is on its way: whether nothing newer waits, and it was not dropped. */
  isLatest(key: string, value: Value): boolean {
    return this.#wanted.get(key) === value
  }

  /** Sends nothing more under this key. */
  drop(key: string): void {
    this.#wanted.delete(key)
  }
}
