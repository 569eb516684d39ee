import { PauseSwitch, type WorkWatch } from './workWatch'

/*
 * Work with progress that can be cancelled is one kind of thing, whatever the work is. To add a job:
 * 1. Write `async (watch: WorkWatch, ...args)` in its own room. It calls `takeTurn(watch)` several
 *    times a second, and `watch.onProgress` with a share from 0 to 1.
 * 2. Name it in `watchedJobs` (jobs.ts), which imports it when it is first asked for.
 * 3. Its owner makes a `new JobQueue(kind)` whose work is `thread.runWatched`, and disposes of it;
 *    library.ts makes and ends the owner, and a thread for work that must not wait for other work.
 * 4. Ask with `first` when somebody looks at it, with `last` for the backlog, newest first.
 * 5. For the page: a request that answers `stateOf`, an event out of `onStep`, a request to `cancel`.
 * measures/measurer.ts is the example.
 */

/** How far a job is: the one shape of what is heard of it. A job that is over is forgotten. */
export type JobStep<Result> =
  | { state: 'running'; share: number }
  /** The result is kept already. */
  | { state: 'done'; result: Result }
  | { state: 'failed'; error: unknown }
  | { state: 'cancelled' }

export interface JobKind<Result> {
  /** For the log, as in 'measuring'. */
  name: string
  /** @throws the signal's reason when that stops it */
  work(subjectId: string, watch: WorkWatch): Promise<Result>
  /** Whether there is still something to be done; asked just before it is begun. */
  isWanted(subjectId: string): boolean
  /** Puts the result on the disk, before anybody is told of it. */
  keep(subjectId: string, result: Result): void
  onStep(subjectId: string, step: JobStep<Result>): void
  /** It could not be told what is wanted: the queue is empty then, and goes on when it is asked again. */
  onGivenUp(error: unknown): void
  /** While it is on no job begins, and the one that runs rests where it is. */
  pause?: PauseSwitch
}

interface Running {
  subjectId: string
  share: number
  abort: AbortController
}

/**
 * Jobs of one kind, one after another; each is about one thing, a take for instance, by its id. One
 * that fails, or whose thread dies, is told of and not tried again by itself. Its owner disposes of
 * it. It costs nothing before it is asked for something.
 */
export class JobQueue<Result> {
  readonly #kind: JobKind<Result>
  readonly #pause: PauseSwitch
  #waiting: string[] = []
  #running: Running | null = null
  #isWorking = false
  readonly #end = new AbortController()

  constructor(kind: JobKind<Result>) {
    this.#kind = kind
    this.#pause = kind.pause ?? new PauseSwitch()
  }

  /** Before all that waits, in this order. Never throws. */
  first(subjectIds: readonly string[]): void {
    this.#enqueue([...subjectIds, ...this.#waiting])
  }

  /** After all that waits, in this order; what waits already keeps its place. Never throws. */
  last(subjectIds: readonly string[]): void {
    this.#enqueue([...this.#waiting, ...subjectIds])
  }

  /** Null when it is neither worked on nor waited for. */
  stateOf(subjectId: string): { state: 'waiting' } | { state: 'running'; share: number } | null {
    if (this.#waiting.includes(subjectId)) return { state: 'waiting' }
    const running = this.#running
    return running?.subjectId === subjectId ? { state: 'running', share: running.share } : null
  }

  /** Gives it up, whether it waits or runs; what was done of it is lost. */
  cancel(subjectId: string): void {
    const isWaiting = this.#waiting.includes(subjectId)
    this.#waiting = this.#waiting.filter((id) => id !== subjectId)
    if (this.#running?.subjectId === subjectId) this.#running.abort.abort()
    else if (isWaiting) this.#kind.onStep(subjectId, { state: 'cancelled' })
  }

  /** Gives up everything that is not wanted any more. @throws what `isWanted` throws */
  cancelUnwanted(): void {
    const running = this.#running ? [this.#running.subjectId] : []
    for (const id of [...running, ...this.#waiting]) {
      if (!this.#kind.isWanted(id)) this.cancel(id)
    }
  }

  /** Ends it: what runs is stopped, and nothing more is kept or told. */
  dispose(): void {
    this.#end.abort()
    this.#waiting = []
    this.#running?.abort.abort()
  }

  #enqueue(subjectIds: readonly string[]): void {
    if (this.#end.signal.aborted) return
    const waiting = new Set(subjectIds)
    const running = this.#running
    // One that was given up and is wanted after all is begun again.
    if (running && !running.abort.signal.aborted) waiting.delete(running.subjectId)
    this.#waiting = [...waiting]
    if (!this.#isWorking) void this.#workOn()
  }

  /** Works until nothing waits. Never rejects. */
  async #workOn(): Promise<void> {
    this.#isWorking = true
    try {
      while (this.#waiting.length > 0) {
        if (this.#pause.isOn) await this.#pause.untilOff(this.#end.signal)
        const subjectId = this.#waiting.shift()
        if (subjectId !== undefined && this.#kind.isWanted(subjectId)) await this.#do(subjectId)
      }
    } catch (error) {
      // What is wanted cannot be told: nobody waits for it, and the next request says what is wrong.
      console.error(`No more ${this.#kind.name} for now`, error)
      this.#waiting = []
      this.#kind.onGivenUp(error)
    }
    this.#isWorking = false
  }

  async #do(subjectId: string): Promise<void> {
    const running: Running = { subjectId, share: 0, abort: new AbortController() }
    this.#running = running
    const last = await this.#lastStepOf(running)
    this.#running = null
    // The app is closing: there may be no database to write to any more.
    if (!this.#end.signal.aborted) this.#kind.onStep(subjectId, last)
  }

  async #lastStepOf(running: Running): Promise<JobStep<Result>> {
    const { subjectId, abort } = running
    const { signal } = abort
    const onProgress = (share: number): void => {
      if (signal.aborted) return
      running.share = share
      this.#kind.onStep(subjectId, { state: 'running', share })
    }
    try {
      const watch: WorkWatch = { signal, onProgress, pause: this.#pause }
      const result = await this.#kind.work(subjectId, watch)
      if (signal.aborted) return { state: 'cancelled' }
      this.#kind.keep(subjectId, result)
      return { state: 'done', result }
    } catch (error) {
      return signal.aborted ? { state: 'cancelled' } : { state: 'failed', error }
    }
  }
}
