import { request } from '../api'
import { Observable } from '../lib/observable'
import { onLibraryChange } from '../lib/libraryChanges'
import { afterPaint } from '../lib/afterPaint'
import type { RowRange } from '../ui/rows/useWindowedList'
import {
  emptyList,
  freshPage,
  missingPage,
  nextPage,
  outdated,
  without,
  withPage,
  type PageQuestion,
  type ReadyList,
  type SessionList,
} from './sessionList'

const TOP: RowRange = { first: 0, last: 0 }

/**
 * Asks main for the sessions that match a search, as far as they are looked at. One question at a
 * time is under way; when its answer is there, what is wanted most by then is asked next. So the
 * first letter is searched for at once, and of what is typed meanwhile only the last.
 */
export class SessionLoader {
  readonly list = new Observable<SessionList>({ state: 'loading' })

  /** What is known by now, also while it is not shown. */
  #known = emptyList('')
  #shown = TOP
  #isConnected = false
  /** What is known belongs to another search, or to the time before a change. */
  #isOld = true
  #isAsking = false
  /** Deleted here; an answer that is under way may have them still. */
  readonly #deleted = new Set<string>()

  /** Reads the list, and again when the library changes; the returned function ends that. */
  connect = (): (() => void) => {
    this.#isConnected = true
    this.reload()
    const deafen = onLibraryChange(this.reload)
    return () => {
      this.#isConnected = false
      deafen()
      // Who comes back sees what is there by then, not for a moment what was, and no late answer.
      this.#isOld = true
      this.list.set({ state: 'loading' })
    }
  }

  search(query: string): void {
    if (query === this.#known.query) return
    this.#known = emptyList(query)
    this.#shown = TOP
    this.#readAgain()
  }

  /** Tells which rows are on the screen. */
  show = (rows: RowRange): void => {
    this.#shown = rows
    this.#askNext()
  }

  reload = (): void => {
    if (this.list.get().state === 'failed') this.list.set({ state: 'loading' })
    // One of them may have been brought back.
    this.#deleted.clear()
    this.#readAgain()
  }

  /** Takes it off the screen only; main is told by whoever calls this. */
  hide(sessionId: string): void {
    this.#deleted.add(sessionId)
    if (this.list.get() === this.#known) this.#change(this.#known)
  }

  #readAgain(): void {
    this.#isOld = true
    this.#askNext()
  }

  #askNext(): void {
    if (!this.#isConnected || this.#isAsking) return
    const list = this.#known
    if (this.#isOld) {
      this.#isOld = false
      this.#askForPage(freshPage(list, this.#shown), outdated)
      return
    }
    if (this.list.get() !== list || list.failure) return
    const page = missingPage(list, this.#shown)
    if (page) this.#askForPage(page)
    else if (list.query === '' && !list.isWhole) this.#askForAllIds()
    else {
      const next = nextPage(list, this.#shown)
      if (next) this.#askForPage(next)
    }
  }

  #askForPage(question: PageQuestion, prepare = (list: ReadyList) => list): void {
    const { query } = this.#known
    this.#ask(request('sessions.list', { query, ...question }), (page) =>
      withPage(prepare(this.#known), question.before, page),
    )
  }

  /** So that the scrollbar and screen readers know the whole, however long it is. */
  #askForAllIds(): void {
    const ids = afterPaint().then(() => request('sessions.ids'))
    this.#ask(ids, (all) => ({ ...this.#known, ids: all, isWhole: true, failure: null }))
  }

  #ask<Answer>(asked: Promise<Answer>, changed: (answer: Answer) => ReadyList): void {
    this.#isAsking = true
    asked
      .then(
        (answer) => this.#isOld || this.#change(changed(answer)),
        (error: unknown) => this.#isOld || this.#fail(error),
      )
      .finally(() => {
        this.#isAsking = false
        this.#askNext()
      })
  }

  #change(list: ReadyList): void {
    this.#known = without(list, this.#deleted)
    this.list.set(this.#known)
  }

  /** Rows that are there stay; what was asked is asked again by `reload`. */
  #fail(error: unknown): void {
    if (this.list.get() === this.#known) this.#change({ ...this.#known, failure: { error } })
    else this.list.set({ state: 'failed', error })
  }
}
