import { AppError } from '../../shared/errors'
import type { Measures, Measuring } from '../../shared/measures'
import { codeOf } from '../disk/durableFiles'
import type { Database } from '../store/database/database'
import {
  canBeMeasured,
  listUnmeasuredBefore,
  readMeasures,
  usualBefore,
  writeMeasures,
} from '../store/takes/measures'
import { findTake } from '../store/takes/takes'
import type { TakeFiles } from '../takes/takeFiles'

/** Measures a file of sound away from this thread. Rejects with a code of UNREADABLE for what is none. */
export type Measure = (
  file: string,
  how: { signal: AbortSignal; onProgress: (share: number) => void },
) => Promise<Measures>

/** Such a file stays what it is, and need not be tried again; see sound/soundStream.ts. */
const UNREADABLE: ReadonlySet<string> = new Set(['DAMAGED', 'NOT_SOUND', 'OTHER_CODEC'])

export interface MeasurerTools {
  db: Database
  files: TakeFiles
  measure: Measure
  /** Gets every step of every take that is measured. */
  tell: (step: { takeId: string; measuring: Measuring }) => void
}

/**
 * Measures takes, one after another, the one that is looked at first. What is measured is stored;
 * what a newer version of the measuring would find otherwise is measured again when it is looked at.
 */
export class Measurer {
  readonly #tools: MeasurerTools
  readonly #queue: string[] = []
  #running: { takeId: string; share: number; abort: AbortController } | null = null
  /** The take that was asked for last: what is usual may become known after it was measured itself. */
  #lookedAtId: string | null = null
  #isDisposed = false

  constructor(tools: MeasurerTools) {
    this.#tools = tools
  }

  /** How far this take is; starts measuring it when it was not measured yet. */
  read(takeId: string): Measuring {
    this.#lookedAtId = takeId
    const known = this.#known(takeId)
    if (known) return known
    if (!canBeMeasured(this.#tools.db, takeId)) return { state: 'impossible' }
    this.measureNext(takeId)
    return { state: 'measuring', share: this.#shareOf(takeId) }
  }

  /** Before all that waits; and after it the takes that make up what is usual by its side. Never throws. */
  measureNext(takeId: string): void {
    this.#enqueue([takeId, ...this.#unmeasuredBefore(takeId), ...this.#queue.splice(0)])
  }

  /** After all that waits. Never throws. */
  measureLater(takeId: string): void {
    this.#enqueue([...this.#queue.splice(0), takeId])
  }

  /** Stops working on what was deleted meanwhile. */
  dropDeleted(): void {
    const { db } = this.#tools
    this.#queue.push(...this.#queue.splice(0).filter((takeId) => canBeMeasured(db, takeId)))
    if (this.#running && !canBeMeasured(db, this.#running.takeId)) this.#running.abort.abort()
  }

  dispose(): void {
    this.#isDisposed = true
    this.#queue.length = 0
    this.#running?.abort.abort()
  }

  #enqueue(takeIds: readonly string[]): void {
    const waiting = new Set(takeIds)
    const running = this.#running
    // One that was given up and then brought back is begun again.
    if (running && !running.abort.signal.aborted) waiting.delete(running.takeId)
    this.#queue.push(...waiting)
    if (!this.#running) this.#work().catch((error: unknown) => this.#giveUp(error))
  }

  /** A database that cannot be read: nobody waits for measures, and the next request says what is wrong. */
  #giveUp(error: unknown): void {
    console.error('No more takes are measured for now', error)
    this.#queue.length = 0
    this.#running = null
  }

  /** None when they cannot be found out: the take that was just saved is saved all the same. */
  #unmeasuredBefore(takeId: string): string[] {
    try {
      return listUnmeasuredBefore(this.#tools.db, takeId)
    } catch (error) {
      console.error('What is usual is not brought up to date', error)
      return []
    }
  }

  async #work(): Promise<void> {
    for (let takeId = this.#queue.shift(); takeId !== undefined; takeId = this.#queue.shift()) {
      if (this.#known(takeId) || !canBeMeasured(this.#tools.db, takeId)) continue
      const measuring = await this.#measure(takeId)
      this.#running = null
      // The app is closing: there is no database to write to any more.
      if (this.#isDisposed) return
      if (measuring) this.#tools.tell({ takeId, measuring })
      this.#tellUsual(takeId)
    }
  }

  /** Null when it was given up: it is measured when it is looked at again. */
  async #measure(takeId: string): Promise<Measuring | null> {
    const { db, measure, tell } = this.#tools
    const abort = new AbortController()
    const running = { takeId, share: 0, abort }
    this.#running = running
    try {
      const measures = await measure(fileOf(this.#tools, takeId), {
        signal: abort.signal,
        onProgress: (share) => {
          running.share = share
          tell({ takeId, measuring: { state: 'measuring', share } })
        },
      })
      if (this.#isDisposed) return null
      writeMeasures(db, takeId, measures)
      return this.#known(takeId)
    } catch (error) {
      if (abort.signal.aborted || this.#isDisposed) return null
      console.error(`Take ${takeId} was not measured`, error)
      if (UNREADABLE.has(codeOf(error) ?? '')) writeMeasures(db, takeId, null)
      return { state: 'impossible' }
    }
  }

  #known(takeId: string): Measuring | null {
    const { db } = this.#tools
    const stored = readMeasures(db, takeId)
    switch (stored.state) {
      case 'unmeasured':
        return null
      case 'impossible':
        return { state: 'impossible' }
      case 'measured':
        return { state: 'ready', measures: stored.measures, usual: usualBefore(db, takeId) }
    }
  }

  /** Another take was measured: for the one that is looked at, more is usual than before. */
  #tellUsual(measuredId: string): void {
    const takeId = this.#lookedAtId
    if (takeId === null || measuredId >= takeId) return
    const known = this.#known(takeId)
    if (known?.state === 'ready') this.#tools.tell({ takeId, measuring: known })
  }

  #shareOf(takeId: string): number {
    return this.#running?.takeId === takeId ? this.#running.share : 0
  }
}

function fileOf({ db, files }: Pick<MeasurerTools, 'db' | 'files'>, takeId: string): string {
  const take = findTake(db, takeId)
  if (!take) throw new AppError('NOT_FOUND', `No take ${takeId}`)
  return files.audio({ takeId, sessionId: take.sessionId })
}
