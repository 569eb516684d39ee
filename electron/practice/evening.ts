import type { QuestionState } from './questionState'

const MS_PER_MINUTE = 60_000

/** Which questions an evening has time for. It is never over its time by more than half of one. */
export class Evening {
  readonly taken: QuestionState[] = []
  readonly budgetMs: number
  readonly #ids = new Set<string>()
  #takenMs = 0
  #isFull = false

  constructor(minutes: number) {
    this.budgetMs = minutes * MS_PER_MINUTE
  }

  get leftMs(): number {
    return this.budgetMs - this.#takenMs
  }

  /**
   * Takes these in their order, until the next one has no room: what comes later is not let in before
   * it for being shorter. The first of an evening always has room, unless some is kept for others.
   */
  take(states: Iterable<QuestionState>, { keepingMs = 0 }: { keepingMs?: number } = {}): void {
    for (const state of states) {
      if (this.#isFull) return
      if (this.#ids.has(state.questionId)) continue
      const isFirst = this.taken.length === 0 && keepingMs === 0
      const hasRoom = isFirst || state.costMs / 2 <= this.leftMs - keepingMs
      if (!hasRoom) {
        this.#isFull = keepingMs === 0
        return
      }
      this.taken.push(state)
      this.#ids.add(state.questionId)
      this.#takenMs += state.costMs
    }
  }
}
