import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { EventName, EventPayload } from '../../shared/contract'
import { listen } from '../api'
import { onLibraryChange } from './libraryChanges'
import { Observable } from './observable'

/** What a screen knows of something it asked main for. */
export type Answer<Value> =
  { state: 'loading' } | { state: 'ready'; value: Value } | { state: 'failed'; error: unknown }

/** Makes what is known into what is true after something that this screen did; null: nothing. */
export type Update<Value> = (next: (known: Value | null) => Value | null) => void

interface Following {
  /** Events of main that it is asked again after, besides each change of the library: those that are true. */
  readonly on?: { readonly [Name in EventName]?: (payload: EventPayload<Name>) => boolean }
  /** Hears why asking again failed; what is known stays then, instead of giving way to the failure. */
  readonly onRefreshFailed?: (error: unknown) => void
}

const NOTHING_MORE: Following = {}

/**
 * Asks as soon as the component is there, and again when told to, when what is stored changes, and
 * after the events that are named. What is shown stays until the newer answer comes. An answer to
 * another question is never shown, nor one that is older than what is shown already.
 * @param ask the question; must be the same function from render to render
 * @param following must be the same object too
 */
export function useAnswer<Value>(
  ask: () => Promise<Value>,
  { on, onRefreshFailed }: Following = NOTHING_MORE,
): readonly [answer: Answer<Value>, askAgain: () => void, update: Update<Value>] {
  const question = useMemo(() => new Question(ask, onRefreshFailed), [ask, onRefreshFailed])
  const answer = useSyncExternalStore(question.answer.subscribe, question.answer.get)
  useEffect(() => question.connect(), [question])
  useEffect(() => {
    const names = Object.keys(on ?? {}) as EventName[]
    const ends = names.map((name) =>
      listen(name, (payload) => {
        const isNews = on?.[name] as ((payload: unknown) => boolean) | undefined
        if (isNews?.(payload)) question.refresh()
      }),
    )
    return () => ends.forEach((end) => end())
  }, [on, question])
  return [answer, question.askAgain, question.update]
}

/** One question to main: what is known of its answer, and which of several answers counts. */
class Question<Value> {
  readonly answer = new Observable<Answer<Value>>({ state: 'loading' })
  readonly #ask: () => Promise<Value>
  readonly #onRefreshFailed: Following['onRefreshFailed']
  /** How often it was asked. */
  #times = 0
  /** Answers to earlier times than this one come too late. */
  #first = 1
  readonly #underWay = new Set<number>()

  constructor(ask: () => Promise<Value>, onRefreshFailed: Following['onRefreshFailed']) {
    this.#ask = ask
    this.#onRefreshFailed = onRefreshFailed
  }

  /** Asks, and again when the library changes; the returned function ends that. */
  connect(): () => void {
    this.refresh()
    const deafen = onLibraryChange(this.refresh)
    return () => {
      deafen()
      this.#forgetWhatIsUnderWay()
    }
  }

  refresh = (): void => {
    this.#times += 1
    const time = this.#times
    this.#underWay.add(time)
    this.#ask().then(
      (value) => {
        if (this.#counts(time)) this.answer.set({ state: 'ready', value })
      },
      (error: unknown) => {
        if (this.#counts(time)) this.#fail(error)
      },
    )
  }

  askAgain = (): void => {
    if (this.answer.get().state === 'failed') this.answer.set({ state: 'loading' })
    this.refresh()
  }

  update: Update<Value> = (next) => {
    const known = this.answer.get()
    const value = next(known.state === 'ready' ? known.value : null)
    if (value !== null) this.answer.set({ state: 'ready', value })
    // It was asked before this, and main may have answered before it too.
    if (this.#underWay.size === 0) return
    this.#forgetWhatIsUnderWay()
    this.refresh()
  }

  #fail(error: unknown): void {
    if (this.#onRefreshFailed && this.answer.get().state === 'ready') this.#onRefreshFailed(error)
    else this.answer.set({ state: 'failed', error })
  }

  #counts(time: number): boolean {
    this.#underWay.delete(time)
    if (time < this.#first) return false
    this.#first = time
    return true
  }

  #forgetWhatIsUnderWay(): void {
    this.#first = this.#times + 1
    this.#underWay.clear()
  }
}
