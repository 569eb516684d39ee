import type { Progress, ProgressRow } from '../../../shared/progress/progressRequests'
import { request } from '../../api'
import { Observable } from '../../lib/observable'
import type { RowRange } from '../../ui/rows/useWindowedList'

/** As many as are quick to get; a few more than are seen are there when one scrolls on. */
const ROWS_AT_ONCE = 60

export interface KnownRows {
  readonly rows: ReadonlyMap<string, ProgressRow>
  /** Why rows did not come. */
  readonly failure: { readonly error: unknown } | null
}

/** Asks main for the rows that are looked at, those of one screen at a time. */
export class RowLoader {
  readonly known: Observable<KnownRows>
  readonly #ids: readonly string[]
  #shown: RowRange = { first: 0, last: 0 }
  #isAsking = false

  constructor({ questionIds, rows }: Pick<Progress, 'questionIds' | 'rows'>) {
    this.#ids = questionIds
    this.known = new Observable<KnownRows>({
      rows: new Map(rows.map((row) => [row.id, row])),
      failure: null,
    })
  }

  /** Tells which rows are on the screen. */
  show = (rows: RowRange): void => {
    this.#shown = rows
    this.#askNext()
  }

  tryAgain = (): void => {
    this.known.set({ ...this.known.get(), failure: null })
    this.#askNext()
  }

  #askNext(): void {
    const { rows, failure } = this.known.get()
    if (this.#isAsking || failure) return
    const { first, last } = this.#shown
    const isUnknown = (id: string) => !rows.has(id)
    if (!this.#ids.slice(first, last + 1).some(isUnknown)) return
    const end = Math.max(last + 1, first + ROWS_AT_ONCE)
    void this.#ask(this.#ids.slice(first, end).filter(isUnknown).slice(0, ROWS_AT_ONCE))
  }

  async #ask(questionIds: string[]): Promise<void> {
    this.#isAsking = true
    const { rows } = this.known.get()
    try {
      const answer = await request('progress.rows', { questionIds })
      const more = answer.map((row) => [row.id, row] as const)
      this.known.set({ rows: new Map([...rows, ...more]), failure: null })
      this.#isAsking = false
      // One that is gone meanwhile says nothing; it is not asked for again until one scrolls.
      if (answer.length === questionIds.length) this.#askNext()
    } catch (error) {
      this.#isAsking = false
      this.known.set({ rows, failure: { error } })
    }
  }
}
