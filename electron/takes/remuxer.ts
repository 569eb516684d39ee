import type { Worker } from 'node:worker_threads'
import type { RemuxResult } from './remux'

export interface RemuxJob {
  id: number
  source: string
  target: string
}
export type RemuxAnswer = { id: number; result: RemuxResult } | { id: number; failure: string }

/** Something that makes a file with a length and an index out of a recording; see remux.ts. */
export interface Remuxer {
  /** Starts what takes time to start; call it when a recording begins. */
  warmUp(): void
  /** @throws when not even trying was possible; the source is then as it was. */
  remux(source: string, target: string): Promise<RemuxResult>
}

interface Waiting {
  resolve(result: RemuxResult): void
  reject(error: Error): void
}

/** One worker thread that remuxes; started at need, kept until dispose(). */
export class WorkerRemuxer implements Remuxer {
  readonly #startWorker: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #lastId = 0

  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker
  }

  warmUp(): void {
    this.#running()
  }

  remux(source: string, target: string): Promise<RemuxResult> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      const job: RemuxJob = { id: this.#lastId, source, target }
      this.#running().postMessage(job)
      this.#waiting.set(job.id, { resolve, reject })
    })
  }

  /** Stops the thread; what it was working on fails. */
  dispose(): void {
    const worker = this.#worker
    this.#lose(new Error('The remuxer was disposed of'))
    void worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = this.#startWorker()
    worker.unref() // it alone is no reason to keep the app alive
    worker.on('message', (answer: RemuxAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#lose(new Error('The remuxer broke', { cause: error })))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#lose(new Error('The remuxer ended'))
    })
    this.#worker = worker
    return worker
  }

  #settle(answer: RemuxAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('result' in answer) waiting?.resolve(answer.result)
    else waiting?.reject(new Error(answer.failure))
  }

  /** The next job gets a new worker. */
  #lose(error: Error): void {
    this.#worker = null
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
