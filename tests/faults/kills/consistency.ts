import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { filesBelow, storedTakes, takeFile } from '../../helpers/library'

/** Rows and sound that do not belong to each other, by the take's id. */
export interface Disagreement {
  rowsWithoutFile: string[]
  filesWithoutRow: string[]
}

/** Compares the database with the folder of sound. A take that is being recorded has no file yet. */
export function disagreementOf(dataFolder: string): Disagreement {
  const takes = storedTakes(dataFolder).filter(({ state }) => state !== 'recording')
  const ids = new Set(takes.map(({ id }) => id))
  const files = filesBelow(dataFolder).filter((file) => file.endsWith('.webm'))
  return {
    rowsWithoutFile: takes
      .filter((take) => !existsSync(takeFile(dataFolder, take)))
      .map(({ id }) => id),
    filesWithoutRow: files.map((file) => basename(file, '.webm')).filter((id) => !ids.has(id)),
  }
}
