import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, halfWrittenFile, isDiskFull, renameFileSync, syncFolderSync } from './durableFiles'

/* Files that a person saves wherever they like. */

/** Writes it; one that is there already stays as it is until the new one is whole. */
export function writePersonsFile(path: string, contents: string | Uint8Array): void {
  const temporary = halfWrittenFile(path)
  try {
    writeFileSync(temporary, contents, { flush: true })
    renameFileSync(temporary, path)
    syncFolderSync(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

const WRITING_REFUSED = /^E(?:ACCES|PERM|ROFS|BUSY|IO|ISDIR|NOENT|NOTDIR|XDEV)$/

/** What a person is told of a file that could not be written; null: nobody foresaw this error. */
export function refusalOf(error: unknown): { state: 'refused'; isDiskFull: boolean } | null {
  if (isDiskFull(error)) return { state: 'refused', isDiskFull: true }
  return WRITING_REFUSED.test(codeOf(error) ?? '') ? { state: 'refused', isDiskFull: false } : null
}
