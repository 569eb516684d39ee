import type { DatabaseRescue } from '../../shared/backup'
import type { BackgroundThread } from '../background/thread'
import type { Health } from '../library/databaseHealth'
import type { DataFolder } from '../disk/dataFolder'
import type { Opened } from './rescueDatabase'
import { changeSettings } from '../store/settings'
import { listRecordingTakes } from '../store/takes/takes'
import type { FinishTools } from '../takes/finishTake'
import { reconcile } from './reconcile'
import { recoverTakes } from './recoverTakes'
import { survey } from './survey'

/** The library is looked through when nobody waits for the machine any more. */
const SURVEY_AFTER_MS = 3000

interface RecoveryTools extends FinishTools {
  dataFolder: DataFolder
  thread: BackgroundThread
  health: Health
  onChanged: () => void
}

/** What a crash, a bad disk or somebody's hand did to the library, and its mending. Owns one timer. */
export class Recovery {
  /** What became of the database; null when it was sound, or once the person has read it. */
  database: DatabaseRescue | null = null
  /** Resolves when what a crash left open is finished. */
  takesSettled: Promise<void> = Promise.resolve()
  readonly #tools: RecoveryTools
  #timer: NodeJS.Timeout | null = null

  constructor(tools: RecoveryTools) {
    this.#tools = tools
  }

  /**
   * After a rescue: the takes that the backup does not know are found by their files. What cannot be
   * found now keeps nobody from starting; the survey looks again.
   */
  async findLostTakes(opened: Opened): Promise<void> {
    if (opened.kind === 'sound') return
    const { undecidedTakes, unrecordedTakes, areSettingsFound } = opened.caughtUp
    this.database = {
      ...opened.rescue,
      takesFound: 0,
      takesUndecided: undecidedTakes.length,
      takesUnrecorded: unrecordedTakes.length,
      areSettingsFound,
    }
    const { db, dataFolder, records } = this.#tools
    try {
      // What both versions said, beside the sound too.
      for (const takeId of undecidedTakes) records.writeLater('take', takeId)
      const found = survey(dataFolder)
      const { foundCount } = await reconcile(this.#tools, found)
      this.database.takesFound = foundCount
      // Somebody with takes is not new here, whatever else is forgotten.
      if (foundCount > 0) changeSettings(db, { welcomed: true })
    } catch (error) {
      console.error('Not every take was found', error)
    }
  }

  /**
   * Finishes the takes that a crash left open, which are those that are open now. The window comes
   * first; its dialog waits.
   */
  finishCrashedTakes(windowIsShown: Promise<unknown>): void {
    const open = listRecordingTakes(this.#tools.db)
    this.takesSettled = windowIsShown.then(async () => {
      const takes = await recoverTakes(this.#tools, open)
      if (takes.length > 0) this.#tools.onChanged()
    })
  }

  /** Looks later whether every take has its file and every file its take. */
  surveyLater(): void {
    this.#timer = setTimeout(() => {
      this.#survey().catch((error: unknown) => {
        this.#tools.health.hear(error)
        console.error('The library was not surveyed', error)
      })
    }, SURVEY_AFTER_MS).unref()
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #survey(): Promise<void> {
    const { dataFolder, thread, health } = this.#tools
    await this.takesSettled
    if (health.isDamaged) return
    const found = await thread.run('survey', dataFolder)
    // Files that a damaged database does not know are the next start's to find.
    if (health.isDamaged) return
    const { foundCount, changedCount } = await reconcile(this.#tools, found)
    if (foundCount + changedCount > 0) this.#tools.onChanged()
  }
}
