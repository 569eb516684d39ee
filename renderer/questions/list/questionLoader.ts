import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'
import { afterPaint } from '../../lib/afterPaint'
import { Observable } from '../../lib/observable'
import { onLibraryChange } from '../../lib/libraryChanges'
import type { RowRange } from '../../ui/rows/useWindowedList'
import {
  EVERY_QUESTION,
  FIRST_ROWS,
  isSameSearch,
  unexplainedIds,
  unknownIds,
  type QuestionList,
  type QuestionSearch,
  type ReadyList,
} from './questionList'

const TOP: RowRange = { first: 0, last: 0 }
/** Whoever types on wants the next answer, not the rest of this one. */
const QUIET_AFTER_MS = 100
const NOTHING_KNOWN: ReadyList['known'] = new Map()
const NOTHING_FOUND: ReadyList['excerpts'] = new Map()

/**
 * Asks main which questions fit a search, and for the rows that are looked at. One question at a
 * time is under way; when its answer is there, what is wanted most by then is asked next. So the
 * first letter is searched for at once, and of what is typed meanwhile only the last.
 */
export class QuestionLoader {
  readonly list = new Observable<QuestionList>({ state: 'loading' })

  #search = EVERY_QUESTION
  #shown = TOP
  #isConnected = false
  /** What is shown belongs to another search, or to the time before a change. */
  #isOld = true
  /** Rows too may say what is not true any more. */
  #areRowsOld = true
  #isAsking = false
  /** Nothing was typed for a moment. */
  #isQuiet = false
  #quietTimer: number | undefined
  /** Deleted here; an answer that is under way may have them still. */
  readonly #deleted = new Set<string>()

  /** Reads the list, and again when the library changes; the returned function ends that. */
  connect = (): (() => void) => {
    this.#isConnected = true
    this.reload()
    const deafen = onLibraryChange(this.reload)
    return () => {
      this.#isConnected = false
      clearTimeout(this.#quietTimer)
      deafen()
    }
  }

  /** The list stays as it is until the new one is there. */
  search(search: QuestionSearch): void {
    if (isSameSearch(search, this.#search)) return
    this.#search = search
    this.#shown = TOP
    this.#isOld = true
    this.#isQuiet = false
    clearTimeout(this.#quietTimer)
    this.#askNext()
  }

  /** Tells which rows are on the screen. */
  show = (rows: RowRange): void => {
    this.#shown = rows
    this.#askNext()
  }

  /** Resolves when the list, or why there is none, is on the screen: what is less wanted can follow. */
  whenShown = async (): Promise<void> => {
    if (this.list.get().state === 'loading') {
      await new Promise<void>((resolve) => {
        const end = this.list.subscribe(() => {
          end()
          resolve()
        })
      })
    }
    await afterPaint()
  }

  reload = (): void => {
    if (this.list.get().state === 'failed') this.list.set({ state: 'loading' })
    // One of them may have been brought back.
    this.#deleted.clear()
    this.#isOld = true
    this.#areRowsOld = true
    this.#askNext()
  }

  /** Takes them off the screen only; main is told by whoever calls this. */
  hide(questionIds: readonly string[]): void {
    for (const id of questionIds) this.#deleted.add(id)
    const list = this.list.get()
    if (list.state === 'ready') this.#set(list)
  }

  /** Says on the screen what was changed here; main is told by whoever calls this. */
  changeRow(questionId: string, changes: Partial<QuestionRow>): void {
    const list = this.list.get()
    if (list.state !== 'ready') return
    const row = list.known.get(questionId)
    if (row) this.#set({ ...list, known: withRows(list.known, [{ ...row, ...changes }]) })
  }

  #askNext(): void {
    if (!this.#isConnected || this.#isAsking) return
    if (this.#isOld) return void this.#carryOut(() => this.#readList())
    const list = this.list.get()
    if (list.state !== 'ready' || list.failure) return
    if (!list.isWhole && this.#isQuiet) return void this.#carryOut(() => this.#readAllIds(list))
    if (!list.isWhole) this.#waitForQuiet()
    const wanted = unknownIds(list.ids, list.known, this.#shown)
    if (wanted.length > 0) return void this.#carryOut(() => this.#readRows(list, wanted))
    // Last of all, once nobody types any more.
    const unexplained = list.isWhole ? unexplainedIds(list, this.#shown) : []
    if (unexplained.length > 0) void this.#carryOut(() => this.#readExcerpts(list, unexplained))
  }

  #waitForQuiet(): void {
    clearTimeout(this.#quietTimer)
    const isTyped = this.#search.query !== ''
    this.#quietTimer = window.setTimeout(
      () => {
        this.#isQuiet = true
        this.#askNext()
      },
      isTyped ? QUIET_AFTER_MS : 0,
    )
  }

  async #carryOut(ask: () => Promise<void>): Promise<void> {
    this.#isAsking = true
    try {
      await ask()
    } catch (error) {
      this.#fail(error)
    }
    this.#isAsking = false
    this.#askNext()
  }

  async #readList(): Promise<void> {
    const [search, areRowsOld] = [this.#search, this.#areRowsOld]
    this.#isOld = false
    this.#areRowsOld = false
    const before = this.list.get()
    // A list that somebody is in stays as long as it is; another one begins with what is seen first.
    const limit =
      before.state === 'ready' && isSameSearch(search, before.search) ? null : FIRST_ROWS
    const { questionIds: ids, rows } = await request('questions.list', {
      ...search,
      ...(limit !== null && { limit, rowCount: limit }),
    }).catch((error: unknown) => {
      this.#areRowsOld ||= areRowsOld
      throw error
    })
    const isWhole = limit === null || ids.length < limit
    const count = isWhole ? ids.length : before.state === 'ready' ? before.count : null
    const knownBefore = before.state === 'ready' && !areRowsOld ? before.known : NOTHING_KNOWN
    const known = withRows(knownBefore, rows)
    const excerpts = NOTHING_FOUND
    const list = {
      state: 'ready',
      search,
      ids,
      isWhole,
      count,
      known,
      excerpts,
      failure: null,
    } as const
    // Typed on meanwhile: rows of this list would come too late.
    if (!isSameSearch(search, this.#search)) {
      this.#areRowsOld ||= areRowsOld
      return
    }
    // Both at once, or the list would be empty for a moment.
    await this.#readRows(list, unknownIds(ids, known, this.#shown))
  }

  /** So that the scrollbar and screen readers know the whole, however long it is. */
  async #readAllIds(list: ReadyList): Promise<void> {
    await afterPaint()
    if (this.#isOld) return
    const { questionIds: ids } = await request('questions.list', list.search)
    if (isSameSearch(list.search, this.#search)) this.#set({ ...list, ids, isWhole: true })
  }

  async #readRows(list: ReadyList, questionIds: string[]): Promise<void> {
    const rows = questionIds.length > 0 ? await request('questions.rows', { questionIds }) : []
    if (!isSameSearch(list.search, this.#search)) return
    const known = withRows(list.known, rows)
    // One that is gone since says nothing, and would be asked for again and again.
    const gone = new Set(questionIds.filter((id) => !known.has(id)))
    const ids = gone.size > 0 ? list.ids.filter((id) => !gone.has(id)) : list.ids
    this.#set({ ...list, ids, known, failure: null })
  }

  async #readExcerpts(list: ReadyList, questionIds: string[]): Promise<void> {
    const { search } = list
    const found = await request('questions.excerpts', { query: search.query, questionIds })
    const now = this.list.get()
    if (now.state !== 'ready' || now.search !== search) return
    const excerpts = new Map(now.excerpts)
    for (const id of questionIds) excerpts.set(id, null)
    for (const excerpt of found) excerpts.set(excerpt.questionId, excerpt)
    this.#set({ ...now, excerpts })
  }

  #set(list: ReadyList): void {
    const isThere = (id: string) => !this.#deleted.has(id)
    const ids = list.ids.every(isThere) ? list.ids : list.ids.filter(isThere)
    this.list.set({ ...list, ids, count: list.isWhole ? ids.length : list.count })
  }

  /** Rows that are there stay; what was asked is asked again by `reload`. */
  #fail(error: unknown): void {
    const list = this.list.get()
    this.list.set(
      list.state === 'ready' ? { ...list, failure: { error } } : { state: 'failed', error },
    )
  }
}

function withRows(known: ReadyList['known'], rows: readonly QuestionRow[]): ReadyList['known'] {
  return rows.length === 0
    ? known
    : new Map([...known, ...rows.map((row) => [row.id, row] as const)])
}
