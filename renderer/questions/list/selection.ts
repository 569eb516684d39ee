import { Observable } from '../../lib/observable'

/** The questions that are checked, by their ids; also those that another search does not show. */
export class Selection {
  readonly ids = new Observable<ReadonlySet<string>>(new Set())
  /** Checked or unchecked last: with Shift, from there to here. */
  #lastId: string | null = null

  /**
   * Checks it, or takes the check away.
   * @param listIds the list in which it stands; where one means all from the last one to this one
   */
  toggle(questionId: string, listIds: readonly string[] | null = null): void {
    const ids = new Set(this.ids.get())
    const isChecked = !ids.has(questionId)
    for (const id of listIds ? this.#fromLast(questionId, listIds) : [questionId]) {
      if (isChecked) ids.add(id)
      else ids.delete(id)
    }
    this.#lastId = questionId
    this.ids.set(ids)
  }

  /** Checks all of these, or when they are, none of them. */
  toggleAll(questionIds: readonly string[]): void {
    const before = this.ids.get()
    const ids = new Set(before)
    if (questionIds.every((id) => before.has(id))) questionIds.forEach((id) => ids.delete(id))
    else questionIds.forEach((id) => ids.add(id))
    this.ids.set(ids)
  }

  remove(questionIds: readonly string[]): void {
    const gone = new Set(questionIds)
    this.ids.set(new Set([...this.ids.get()].filter((id) => !gone.has(id))))
  }

  clear = (): void => {
    this.#lastId = null
    this.ids.set(new Set())
  }

  #fromLast(questionId: string, listIds: readonly string[]): readonly string[] {
    const [from, to] = [listIds.indexOf(this.#lastId ?? ''), listIds.indexOf(questionId)]
    if (from === -1 || to === -1) return [questionId]
    return listIds.slice(Math.min(from, to), Math.max(from, to) + 1)
  }
}
