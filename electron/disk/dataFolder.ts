import { join } from 'node:path'

/**
 * Where everything lies that Soundcheck stores. Made once, in main.ts, and handed to whoever needs a
 * place; a plain value, so that threads can be given it too.
 */
export interface DataFolder {
  /** The folder itself: Electron's `userData`. Beside ours, Chromium keeps its own files there. */
  path: string
  /** The SQLite file; see databaseFiles.ts for what SQLite keeps beside it. */
  database: string
  /** What is to take the database's place after a rescue, while it is made ready. */
  databaseDraft: string
  /** A folder for each session, with the sound of its takes; see TakeFiles. */
  takes: string
  /** A record of each question; see RecordPlaces. */
  questions: string
  /** That of the library as a whole. */
  libraryRecord: string
  /** Copies of the database. */
  backups: string
  /** Damaged databases, until the next deletion; see purge.ts. */
  damaged: string
  /** Room that is given up when the disk is full. */
  reserve: string
  /** Where the window was. */
  windowPlace: string
}

export function dataFolderAt(path: string): DataFolder {
  return {
    path,
    database: join(path, 'soundcheck.db'),
    databaseDraft: join(path, 'soundcheck.db.new'),
    takes: join(path, 'takes'),
    questions: join(path, 'questions'),
    libraryRecord: join(path, 'library.json'),
    backups: join(path, 'backups'),
    damaged: join(path, 'damaged'),
    reserve: join(path, 'reserve'),
    windowPlace: join(path, 'window.json'),
  }
}

/** Whether an entry of the data folder's top is one of ours. */
export function isStoredByUs(dataFolder: DataFolder, path: string): boolean {
  const { path: _path, database, databaseDraft: _draft, ...others } = dataFolder
  return Object.values(others).includes(path) || path.startsWith(database)
}
