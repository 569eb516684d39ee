import type { Draft } from '../../shared/questions/questionFields'

/** Long enough not to write at every letter, short enough that a kill costs a word at most. */
const KEEP_DELAY_MS = 400

interface DraftStore {
  readonly keep: (draft: Draft) => Promise<void>
  readonly discard: () => Promise<void>
  /** Hears what went wrong with the newest try, and null once it went well. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Brings the form into main's hands while somebody writes, one request after the other: what was
 * written last is what is kept.
 */
export class DraftKeeper {
  readonly #store: DraftStore
  /** What main is to have; undefined: it has it. */
  #waiting: Draft | null | undefined
  #isKept: boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #underWayCount = 0
  #last: Promise<void> = Promise.resolve()

  constructor(store: DraftStore, isKept: boolean) {
    this.#store = store
    this.#isKept = isKept
  }

  /** Main has told whether it has one. */
  isThere(isThere: boolean): void {
    this.#isKept ||= isThere
  }

  /** The form is now like this; null: there is nothing to keep. */
  change(draft: Draft | null): void {
    this.#waiting = draft
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), KEEP_DELAY_MS)
  }

  /** Sends what is waiting; done when main has answered to everything, well or not. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const draft = this.#waiting
    if (draft === undefined) return this.#last
    this.#waiting = undefined
    this.#last = Promise.all([this.#last, this.#send(draft)]).then(() => undefined)
    return this.#last
  }

  /** The same; null when nothing is waiting or on its way. */
  flushIfNeeded(): Promise<void> | null {
    return this.#waiting === undefined && this.#underWayCount === 0 ? null : this.flush()
  }

  /** Nothing is to be left of it. @throws what main throws */
  async discard(): Promise<void> {
    this.forget()
    await this.#last
    await this.#store.discard()
    this.#isKept = false
  }

  /** What is waiting is not to be sent: it was saved, or thrown away. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#waiting = undefined
  }

  async #send(draft: Draft | null): Promise<void> {
    if (draft === null && !this.#isKept) return
    this.#isKept = draft !== null
    this.#underWayCount += 1
    try {
      await (draft === null ? this.#store.discard() : this.#store.keep(draft))
      this.#store.onFailure(null)
    } catch (error) {
      // Tried again with the next letter, or before it is saved.
      this.#waiting ??= draft
      this.#isKept = true
      this.#store.onFailure(error)
    } finally {
      this.#underWayCount -= 1
    }
  }
}
