import type { DatabaseRescue } from '../../shared/backup'
import { count, formatMomentInside } from '../lib/format'

/* What the screen says of a database that was lost or damaged. */

const FOUND: Record<DatabaseRescue['found'], string> = {
  damaged: 'The database was damaged.',
  empty: 'The database was empty.',
  missing: 'The database was missing.',
}

const SINCE_THEN =
  'What you noted and rated since then was found beside the recordings. Settings are as they were then.'

interface RescueWords {
  readonly happened: string
  /** What was done about it, and what that means for the notes. */
  readonly done: string
  /** Stands before the place of the old file; null when there was no file. */
  readonly file: string | null
}

export function rescueWords(rescue: DatabaseRescue): RescueWords {
  const { found, backupAtMs, takesFound, movedTo } = rescue
  const file = found === 'damaged' ? 'The damaged file' : 'The old file'
  return {
    happened: FOUND[found],
    done: backupAtMs === null ? rebuiltWords(takesFound) : backupWords(backupAtMs, takesFound),
    file: movedTo && `${file} lies in your data folder until you next delete something:`,
  }
}

function backupWords(backupAtMs: number, takesFound: number): string {
  const back = `Soundcheck went back to the backup from ${formatMomentInside(backupAtMs)}.`
  if (takesFound === 0) return `${back} ${SINCE_THEN}`
  const again =
    takesFound === 1
      ? '1 take recorded since then was found again by its file.'
      : `${takesFound} takes recorded since then were found again by their files.`
  return `${back} ${again} ${SINCE_THEN}`
}

function rebuiltWords(takesFound: number): string {
  if (takesFound === 0) return 'There was no backup, and no recording to rebuild it from.'
  return `There was no backup, so everything was rebuilt from the recordings’ own files: ${count(takesFound, 'take')}. Settings are as on the first day.`
}
