import type { BackgroundThread } from '../background/thread'
import { isDamage } from '../store/database/checkDatabase'
import { noteCleanEnd } from '../store/database/cleanEnd'

/** What work on the library has to know and to tell of the database's health. */
export type Health = Pick<DatabaseHealth, 'isDamaged' | 'hear'>

interface SoundnessTools {
  databaseFile: string
  thread: BackgroundThread
  /** It was read as a whole before it was opened. */
  isChecked: boolean
}

/**
 * What is known of the database that is open. After a clean end it is opened unread, so that a
 * start takes as long with ten takes as with a hundred thousand, and is read now, by a thread. A
 * clean end is noted only when nothing speaks against the database: without the note the next start
 * reads it first, and mends it.
 */
export class DatabaseHealth {
  readonly #tools: SoundnessTools
  #state: 'unread' | 'sound' | 'damaged'
  #reading: Promise<void> | null = null
  #tellFound = (): void => {}
  /** Resolves when damage is met by work that nobody looks at: the person has to be told. */
  readonly foundUnseen = new Promise<void>((resolve) => (this.#tellFound = resolve))

  constructor(tools: SoundnessTools) {
    this.#tools = tools
    this.#state = tools.isChecked ? 'sound' : 'unread'
  }

  get isDamaged(): boolean {
    return this.#state === 'damaged'
  }

  /** Reads the whole database, unless that was done at start. Never throws. */
  async check(): Promise<void> {
    if (this.#state !== 'unread') return
    this.#reading = this.#read()
    await this.#reading
    this.#reading = null
  }

  /** Resolves when it is not being read any more; null when it is not. */
  get reading(): Promise<void> | null {
    return this.#reading
  }

  /** A request has met damage, and says so to the person itself. */
  doubt(): void {
    this.#state = 'damaged'
  }

  /**
   * Work on the library has met this error. One that is no damage says nothing.
   * @param isSeen whoever asked for the work is shown the error
   */
  hear(error: unknown, { isSeen = false } = {}): void {
    if (!isDamage(error) || this.isDamaged) return
    this.#state = 'damaged'
    if (!isSeen) this.#tellFound()
  }

  /** The database is closed. Never throws: without the note the next start takes longer, no more. */
  noteEnd(): void {
    if (this.#state !== 'sound') return
    try {
      noteCleanEnd(this.#tools.databaseFile)
    } catch (error) {
      console.error('The next start will read the whole database', error)
    }
  }

  async #read(): Promise<void> {
    try {
      const { isSearchSound } = await this.#tools.thread.run(
        'checkDatabase',
        this.#tools.databaseFile,
      )
      // Without the note of a clean end the next start reads it, and makes the search anew.
      if (!isSearchSound) return
      // A request may have met the damage meanwhile: who has seen it is right.
      if (!this.isDamaged) this.#state = 'sound'
    } catch (error) {
      console.error('The database was not found sound', error)
      this.hear(error)
    }
  }
}
