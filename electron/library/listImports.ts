import type { BackgroundThread } from '../background/thread'
import type { DataFolder } from '../disk/dataFolder'
import type { RecordKeeper } from '../records/recordKeeper'
import type { Imported } from '../store/questions/importQuestions'
import type { ImportOrder } from './importQuestions'

interface ImportTools {
  dataFolder: DataFolder
  thread: BackgroundThread
  records: Pick<RecordKeeper, 'writeLibraryLater'>
}

/** Brings in lists of questions in a thread, and knows whether one is still under way. */
export class ListImports {
  readonly #tools: ImportTools
  #underWay: Promise<unknown> | null = null

  constructor(tools: ImportTools) {
    this.#tools = tools
  }

  /** Ends when all have ended, whatever came of them; null when there is none. */
  get underWay(): Promise<unknown> | null {
    return this.#underWay
  }

  /**
   * All of the list or nothing, and on the disk when it resolves.
   * @throws {AppError} BAD_REQUEST, NOT_FOUND, DISK_FULL ...; nothing is changed then
   */
  async bringIn(list: Pick<ImportOrder, 'into' | 'rows'>): Promise<Imported> {
    const { dataFolder, thread, records } = this.#tools
    const work = thread.run('importQuestions', { ...list, dataFolder })
    // While one waits for its records to be on the disk the thread begins the next.
    const mine = Promise.all([this.#underWay, work.catch(() => {})]).then(() => {
      if (this.#underWay === mine) this.#underWay = null
    })
    this.#underWay = mine
    const imported = await work
    // The thread's connection counts what it changes, and tells nobody here. Later: the list is in,
    // and a record that cannot be written must not say otherwise.
    records.writeLibraryLater()
    return imported
  }
}
