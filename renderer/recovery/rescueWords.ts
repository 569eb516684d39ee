import type { DatabaseRescue } from '../../shared/backup'
import { count, formatMomentInside } from '../lib/format'

/* What the screen says of a database that was lost or damaged. */

const FOUND: Record<DatabaseRescue['found'], string> = {
  damaged: 'The database was damaged.',
  empty: 'The database was empty.',
  missing: 'The database was missing.',
}

interface RescueWords {
  readonly happened: string
  /** What was done about it, and what that means for the notes. */
  readonly done: string
  /** Stands before the place of the old file; null when there was no file. */
  readonly file: string | null
}

export function rescueWords(rescue: DatabaseRescue): RescueWords {
  const { found, backupAtMs, movedTo } = rescue
  const file = found === 'damaged' ? 'The damaged file' : 'The old file'
  return {
    happened: FOUND[found],
    done: backupAtMs === null ? rebuiltWords(rescue) : backupWords(rescue, backupAtMs),
    file: movedTo && `${file} lies in your data folder until you next delete something:`,
  }
}

function backupWords(rescue: DatabaseRescue, backupAtMs: number): string {
  const { takesFound } = rescue
  const back = `Soundcheck went back to the backup from ${formatMomentInside(backupAtMs)}.`
  const again =
    takesFound === 1
      ? '1 take recorded since then was found again by its file.'
      : `${takesFound} takes recorded since then were found again by their files.`
  return [back, ...(takesFound > 0 ? [again] : []), ...sinceThen(rescue)].join(' ')
}

/** Claims only what is so: of some takes it may not be known what is newer, or whether there is anything. */
function sinceThen({
  takesUndecided,
  takesUnrecorded,
  areSettingsFound,
}: DatabaseRescue): string[] {
  const isAllKnown = takesUndecided + takesUnrecorded === 0
  const said = [
    `${isAllKnown ? 'What' : 'What else'} you noted and rated since then was found beside the recordings.`,
  ]
  if (takesUndecided > 0) {
    said.unshift(
      `For ${count(takesUndecided, 'take')} nobody can tell which notes are newer: both are kept, one below the other.`,
    )
  }
  if (takesUnrecorded > 0) {
    said.unshift(
      `${count(takesUnrecorded, 'take')} ${takesUnrecorded === 1 ? 'is' : 'are'} as in the backup: nothing newer could be read beside the recording.`,
    )
  }
  return [...said, areSettingsFound ? 'So were your settings.' : 'Settings are as they were then.']
}

function rebuiltWords({ takesFound, areSettingsFound }: DatabaseRescue): string {
  if (takesFound === 0) return 'There was no backup, and no recording to rebuild it from.'
  return `There was no backup, so everything was rebuilt from the recordings’ own files: ${count(takesFound, 'take')}. ${areSettingsFound ? 'Your settings were found too.' : 'Settings are as on the first day.'}`
}
