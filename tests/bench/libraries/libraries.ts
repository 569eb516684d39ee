import { cpSync } from 'node:fs'
import { join } from 'node:path'
import {
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../electron/store/database/database'
import { fillStore } from '../../helpers/fillStore'
import { launchApp } from '../../helpers/launch'
import { writeNotes } from './notes'
import { freshFolder, madeOnce } from './scratch'

export const TAKES_PER_SESSION = 10

/** How many sessions: an ordinary library, and one that nobody will ever have. */
export const ORDINARY = 20
export const HUGE = 10_000

/**
 * A library with so many sessions of ten takes, each with notes. The takes have no sound: what is
 * measured with it does not open any.
 */
export function libraryOf(sessionCount: number): Promise<string> {
  return madeOnce(`sessions-${String(sessionCount)}`, async (folder) => {
    cpSync(await emptyLibrary(), folder, { recursive: true, verbatimSymlinks: true })
    withDatabase(folder, (db) => {
      fillStore(db, sessionCount, TAKES_PER_SESSION)
      writeNotes(db)
    })
  })
}

/** A copy of a library for something that changes it. */
export function copyOf(library: string): string {
  const folder = freshFolder('copy')
  cpSync(library, folder, { recursive: true, verbatimSymlinks: true })
  return folder
}

/** An app past its welcome, without a session. */
export function emptyLibrary(): Promise<string> {
  return madeOnce('empty', async (folder) => {
    const { app, page } = await launchApp({ dataFolder: folder })
    await page.getByRole('button', { name: 'Get started' }).click()
    await page.getByRole('heading', { name: 'Practice' }).waitFor()
    await app.close()
  })
}

export function withDatabase(folder: string, work: (db: Database) => void): void {
  const db = openDatabase(join(folder, 'soundcheck.db'))
  try {
    work(db)
  } finally {
    closeDatabase(db)
  }
}
