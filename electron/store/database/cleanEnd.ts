import { readFileSync, rmSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { replaceFileSync } from '../../disk/durableFiles'
import { databaseFiles } from './databaseFiles'

/*
 * A note beside the database that says: this very file was read as a whole and found sound, and
 * was closed properly since. It is there only while the app is not running, so whatever ends
 * without closing, a kill or a power cut, ends without it. And it is true only of the file that it
 * was written for, so a database that was copied in or written to meanwhile is none that it knows.
 */

const NoteSchema = z.object({
  ino: z.string(),
  sizeBytes: z.string(),
  writtenAtNs: z.string(),
  changedAtNs: z.string(),
})

/** Notes that this database was sound and is closed. @throws the error of the file system */
export function noteCleanEnd(file: string): void {
  // What is in a log is in none of the dates.
  if (!isAlone(file)) return
  replaceFileSync(noteFile(file), JSON.stringify(identityOf(file)))
}

/**
 * `clean`: the database is, date by date, the one that was closed. `exchanged`: another one was, or
 * this one was written to, copied or touched since. `unknown`: there is no note, or none that can be
 * read, and the database itself has to tell. Ask before it is opened.
 */
export function lastEndOf(file: string): 'clean' | 'exchanged' | 'unknown' {
  try {
    const noted = NoteSchema.parse(JSON.parse(readFileSync(noteFile(file), 'utf8')))
    if (!isDeepStrictEqual(noted, identityOf(file))) return 'exchanged'
    return isAlone(file) ? 'clean' : 'unknown'
  } catch {
    return 'unknown'
  }
}

/**
 * The database is open: from now on nothing vouches for it. Does not wait for the disk, because a
 * note that a power cut brings back is true as long as the file's dates agree with it.
 */
export function forgetCleanEnd(file: string): void {
  rmSync(noteFile(file), { force: true })
}

function noteFile(file: string): string {
  return `${file}.clean`
}

/** A log beside it holds changes that only opening it brings in. */
function isAlone(file: string): boolean {
  return databaseFiles(file).length === 1
}

/**
 * What tells this file from any other, and from itself once it was written to. The time of the last
 * change to the file (`ctime`) is one that nobody can set: copying tools bring back the other one.
 */
function identityOf(file: string): z.infer<typeof NoteSchema> {
  const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
  return {
    ino: String(ino),
    sizeBytes: String(size),
    writtenAtNs: String(mtimeNs),
    changedAtNs: String(ctimeNs),
  }
}
