import { JobQueue, type JobStep } from '../background/jobQueue'
import type { PauseSwitch, WorkWatch } from '../background/workWatch'
import { AppError } from '../../shared/errors'
import type { Measures, Measuring } from '../../shared/measures'
import { codeOf } from '../disk/durableFiles'
import type { Health } from '../library/databaseHealth'
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
export type Measure = (file: string, watch: WorkWatch) => Promise<Measures>

/** Such a file stays what it is, and need not be tried again; see sound/soundStream.ts. */
const UNREADABLE: ReadonlySet<string> = new Set(['DAMAGED', 'NOT_SOUND', 'OTHER_CODEC'])

export interface MeasurerTools {
  db: Database
  files: TakeFiles
  measure: Measure
  health: Health
  /** Nothing is measured while it is on. */
  pause?: PauseSwitch
  /** Gets every step of every take that is measured. */
  tell: (step: { takeId: string; measuring: Measuring }) => void
}

/**
 * Measures takes, one after another, the one that is looked at first; not while one is recorded. What is measured is stored;
 * what a newer version of the measuring would find otherwise is measured again when it is looked at.
 */
export class Measurer {
  readonly #tools: MeasurerTools
  readonly #jobs: JobQueue<Measures>
  /** The take that was asked for last: what is usual may become known after it was measured itself. */
  #lookedAtId: string | null = null

  constructor(tools: MeasurerTools) {
    this.#tools = tools
    const { db, measure, health, pause } = tools
    this.#jobs = new JobQueue<Measures>({
      name: 'measuring',
      work: (takeId, watch) => measure(fileOf(tools, takeId), watch),
      isWanted: (takeId) => !this.#known(takeId) && canBeMeasured(db, takeId),
      keep: (takeId, measures) => writeMeasures(db, takeId, measures),
      onStep: (takeId, step) => this.#stepped(takeId, step),
      onGivenUp: (error) => health.hear(error),
      ...(pause && { pause }),
    })
  }

  /** How far this take is; starts measuring it when it was not measured yet. */
  read(takeId: string): Measuring {
    this.#lookedAtId = takeId
    const known = this.#known(takeId)
    if (known) return known
    if (!canBeMeasured(this.#tools.db, takeId)) return { state: 'impossible' }
    this.measureNext(takeId)
    const job = this.#jobs.stateOf(takeId)
    return { state: 'measuring', share: job?.state === 'running' ? job.share : 0 }
  }

  /** Before all that waits; and after it the takes that make up what is usual by its side. Never throws. */
  measureNext(takeId: string): void {
    this.#jobs.first([takeId, ...this.#unmeasuredBefore(takeId)])
  }

  /** After all that waits. Never throws. */
  measureLater(takeId: string): void {
    this.#jobs.last([takeId])
  }

  /** Stops working on what was deleted meanwhile. */
  dropDeleted(): void {
    this.#jobs.cancelUnwanted()
  }

  dispose(): void {
    this.#jobs.dispose()
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

  #stepped(takeId: string, step: JobStep<Measures>): void {
    const measuring = this.#measuringAfter(takeId, step)
    if (measuring) this.#tools.tell({ takeId, measuring })
    if (step.state === 'done') this.#tellUsual(takeId)
  }

  /** Null when it was given up: it is measured when it is looked at again. */
  #measuringAfter(takeId: string, step: JobStep<Measures>): Measuring | null {
    switch (step.state) {
      case 'running':
        return { state: 'measuring', share: step.share }
      case 'done':
        return this.#known(takeId)
      case 'cancelled':
        return null
      case 'failed':
        console.error(`Take ${takeId} was not measured`, step.error)
        this.#tools.health.hear(step.error)
        if (UNREADABLE.has(codeOf(step.error) ?? '')) writeMeasures(this.#tools.db, takeId, null)
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
}

function fileOf({ db, files }: Pick<MeasurerTools, 'db' | 'files'>, takeId: string): string {
  const take = findTake(db, takeId)
  if (!take) throw new AppError('NOT_FOUND', `No take ${takeId}`)
  return files.audio({ takeId, sessionId: take.sessionId })
}
