import { copyFileSync, existsSync, rmSync } from 'node:fs'

/** The database first, then what SQLite may keep beside it. */
const ENDINGS = ['', '-wal', '-shm', '-journal']

/** The files of this database that are there: a kill leaves the log, or a change to be rolled back. */
export function databaseFiles(file: string): string[] {
  return ENDINGS.map((ending) => file + ending).filter((part) => existsSync(part))
}

export function removeDatabaseFiles(file: string): void {
  for (const part of databaseFiles(file)) rmSync(part, { force: true })
}

/** Copies a database that nobody writes to. A log that lies at the target would be taken for its. */
export function copyDatabaseFiles(file: string, target: string): void {
  removeDatabaseFiles(target)
  for (const part of databaseFiles(file)) copyFileSync(part, target + part.slice(file.length))
}
