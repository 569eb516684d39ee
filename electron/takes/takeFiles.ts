import { existsSync, opendirSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors'
import { IdSchema } from '../../shared/model'
import type { DataFolder } from '../disk/dataFolder'
import { namesIn, RecordPlaces } from '../records/recordPlaces'
import { codeOf, isThere, syncFolder, syncFolderSync } from '../disk/durableFiles'

/** Names a take's files. */
export interface TakeRef {
  takeId: string
  sessionId: string
}

/** The name of a file with sound, and the id of its take. */
export const SOUND_NAME = /^(?<id>.+)\.(?:webm|part)$/

/**
 * Where the sound of takes lies: `<data folder>/takes/<session id>/<take id>.*`. Paths come from
 * checked ids only, so nothing outside that folder can ever be named.
 */
export class TakeFiles {
  /** Where what is recorded lies that belongs to no session. */
  readonly records: RecordPlaces
  readonly #root: string
  readonly #lastTurns = new Map<string, Promise<unknown>>()

  constructor(dataFolder: DataFolder) {
    this.records = new RecordPlaces(dataFolder)
    this.#root = dataFolder.takes
  }

  /** Whether there is anything at all. */
  hasAny(): boolean {
    if (existsSync(this.records.library)) return true
    if (!existsSync(this.#root)) return false
    const folder = opendirSync(this.#root)
    try {
      return folder.readSync() !== null // one is enough; there may be ten thousand
    } finally {
      folder.closeSync()
    }
  }

  /** Every record that there is, of sessions and of takes; whether they can be read is another matter. */
  listRecords(): { sessionId: string; takeIds: string[] }[] {
    return namesIn(this.#root)
      .filter((name) => IdSchema.safeParse(name).success)
      .map((sessionId) => ({
        sessionId,
        takeIds: namesIn(this.folder(sessionId)).flatMap((name) => {
          const takeId = name.replace(/\.json$/, '')
          return takeId !== name && IdSchema.safeParse(takeId).success ? [takeId] : []
        }),
      }))
  }

  /** Whether there is any sound in the session's folder, finished or not. */
  hasSound(sessionId: string): boolean {
    const folder = this.folder(sessionId)
    return existsSync(folder) && readdirSync(folder).some((name) => SOUND_NAME.test(name))
  }

  /** The sound of a finished take. */
  audio(take: TakeRef): string {
    return this.#path(take, 'webm')
  }

  /** The sound of a take that is still being recorded. */
  part(take: TakeRef): string {
    return this.#path(take, 'part')
  }

  /** The finished sound while it is being written, as is done while recording; never anything of value. */
  draft(take: TakeRef): string {
    return this.#path(take, 'draft')
  }

  /** The peaks; see shared/peaks.ts. */
  peaks(take: TakeRef): string {
    return this.#path(take, 'peaks')
  }

  /** What the database knows of the take; see recordKeeper.ts. */
  record(take: TakeRef): string {
    return this.#path(take, 'json')
  }

  /** What the database knows of the session of the takes in this folder. */
  sessionRecord(sessionId: string): string {
    return join(this.folder(sessionId), 'session.json')
  }

  folder(sessionId: string): string {
    return join(this.#root, checkedId(sessionId))
  }

  /**
   * Work on the files of one take that takes a while: one after the other, whoever asks for it. Two
   * that wrote to the same draft would give the take a file that is still being written.
   */
  async inTurn<Result>(takeId: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.#lastTurns.get(takeId) ?? Promise.resolve()).then(work)
    const over = turn.catch(() => {})
    this.#lastTurns.set(takeId, over)
    try {
      return await turn
    } finally {
      if (this.#lastTurns.get(takeId) === over) this.#lastTurns.delete(takeId)
    }
  }

  /** The take's peaks; empty when there are none. */
  async readPeaks(take: TakeRef): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await readFile(this.peaks(take))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return new Uint8Array()
      throw error
    }
  }

  /** Makes the session's folder where it is missing; answers when its name is on the disk. */
  async makeFolder(sessionId: string): Promise<void> {
    const folder = this.folder(sessionId)
    if (existsSync(folder)) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(this.#root)
    await syncFolder(join(this.#root, '..'))
  }

  /**
   * Removes every file of a take. Synchronous, like the removal of its row that follows: nothing,
   * an Undo for instance, can come in between and bring back a take without its sound.
   */
  removeTake(take: TakeRef): void {
    const folder = this.folder(take.sessionId)
    if (!isThere(folder)) return
    // Whatever a kill may have left of it, too: every name of a take's begins with its id.
    for (const name of readdirSync(folder).filter((each) => each.startsWith(`${take.takeId}.`))) {
      rmSync(join(folder, name), { force: true })
    }
    syncFolderSync(folder)
  }

  /** Removes every file of a session. */
  removeSession(sessionId: string): void {
    const folder = this.folder(sessionId)
    if (!isThere(folder)) return
    rmSync(folder, { recursive: true, force: true })
    syncFolderSync(this.#root)
  }

  #path({ takeId, sessionId }: TakeRef, extension: string): string {
    return join(this.folder(sessionId), `${checkedId(takeId)}.${extension}`)
  }
}

function checkedId(id: string): string {
  if (!IdSchema.safeParse(id).success) throw new AppError('NOT_FOUND', 'This is not an id')
  return id
}
