import type { Worker } from 'node:worker_threads'
import type { WorkWatch } from './workWatch'
import type { JobName, Jobs, WatchedJobName, WatchedJobs } from './jobs'

export interface JobOrder {
  id: number
  name: JobName | WatchedJobName
  args: readonly unknown[]
}
/** Asks for an end of the job, which then fails. */
export interface JobStop {
  id: number
  stop: true
}
/** Lets the job rest, or go on. */
export interface JobPause {
  id: number
  isPaused: boolean
}
export type JobMessage = JobOrder | JobStop | JobPause
/** How much is done, from 0 to 1. */
export interface JobProgress {
  id: number
  progress: number
}
export type JobAnswer =
  | { id: number; result: unknown }
  /** `code` is that of the file system or of SQLite, as in 'ENOSPC'. */
  | { id: number; failure: string; code: string | undefined }

type ArgsOf<Name extends WatchedJobName> =
  Parameters<WatchedJobs[Name]> extends [WorkWatch, ...infer Args] ? Args : never

interface Waiting {
  onProgress?: WorkWatch['onProgress']
  resolve(result: unknown): void
  reject(error: Error): void
}

/** So long after its last job a thread goes: the next job is not likely to be near. */
const REST_AFTER_MS = 30_000

/** One worker thread that does jobs in the order they come; started at need, gone when at rest. */
export class BackgroundThread {
  readonly #startWorker: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #lastId = 0
  #rest: NodeJS.Timeout | null = null

  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker
  }

  /** Starts what takes time to start; call it when a job is likely to come. */
  warmUp(): void {
    this.#stayAwake()
    this.#running()
  }

  /** @throws what the job threw, or an error when the thread ended before it was done */
  run<Name extends JobName>(
    name: Name,
    ...args: Parameters<Jobs[Name]>
  ): Promise<Awaited<ReturnType<Jobs[Name]>>> {
    return this.#order(name, args).done as Promise<Awaited<ReturnType<Jobs[Name]>>>
  }

  /**
   * A job that says how far it is, rests while it is paused, and that the signal stops.
   * @throws what the job threw, the signal's reason, or an error when the thread ended before
   */
  async runWatched<Name extends WatchedJobName>(
    name: Name,
    { signal, onProgress, pause }: WorkWatch,
    ...args: ArgsOf<Name>
  ): Promise<Awaited<ReturnType<WatchedJobs[Name]>>> {
    signal?.throwIfAborted()
    const { id, done } = this.#order(name, args, onProgress)
    const say = (message: JobStop | JobPause): void => this.#worker?.postMessage(message)
    const stop = (): void => say({ id, stop: true })
    const rest = (): void => say({ id, isPaused: pause?.isOn ?? false })
    if (pause?.isOn) rest()
    const stopListening = pause?.onChange(rest)
    signal?.addEventListener('abort', stop)
    try {
      return (await done) as Awaited<ReturnType<WatchedJobs[Name]>>
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    } finally {
      stopListening?.()
      signal?.removeEventListener('abort', stop)
    }
  }

  #order(
    name: JobOrder['name'],
    args: readonly unknown[],
    onProgress?: WorkWatch['onProgress'],
  ): { id: number; done: Promise<unknown> } {
    this.#stayAwake()
    this.#lastId += 1
    const order: JobOrder = { id: this.#lastId, name, args }
    this.#running().postMessage(order)
    const done = new Promise((resolve, reject) => {
      this.#waiting.set(order.id, { resolve, reject, onProgress })
    })
    return { id: order.id, done }
  }

  /** Stops the thread; what it was working on fails. The next job starts a new one. */
  dispose(): void {
    const worker = this.#worker
    this.#lose(new Error('The background thread was disposed of'))
    void worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = this.#startWorker()
    worker.unref() // it alone is no reason to keep the app alive
    worker.on('message', (said: JobAnswer | JobProgress) => {
      if (this.#worker !== worker) return
      if ('progress' in said) this.#waiting.get(said.id)?.onProgress?.(said.progress)
      else this.#settle(said)
    })
    // One that was disposed of has nothing to say about the jobs of the next.
    const lose = (error: Error): void => {
      if (this.#worker === worker) this.#lose(error)
    }
    worker.on('error', (error) => lose(new Error('The background thread broke', { cause: error })))
    worker.on('exit', () => lose(new Error('The background thread ended')))
    this.#worker = worker
    return worker
  }

  #settle(answer: JobAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0)
      this.#rest = setTimeout(() => this.dispose(), REST_AFTER_MS).unref()
    if ('result' in answer) waiting?.resolve(answer.result)
    else waiting?.reject(Object.assign(new Error(answer.failure), { code: answer.code }))
  }

  #stayAwake(): void {
    if (this.#rest) clearTimeout(this.#rest)
    this.#rest = null
  }

  /** The next job gets a new worker. */
  #lose(error: Error): void {
    this.#stayAwake()
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
