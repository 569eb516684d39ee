import { expect, it } from 'vitest'
import { rescueWords } from '../../../../renderer/recovery/rescueWords'
import type { DatabaseRescue } from '../../../../shared/backup'

const NOON = new Date().setHours(12, 0, 0, 0)
const RESCUE: DatabaseRescue = {
  found: 'damaged',
  backupAtMs: NOON,
  takesFound: 0,
  takesUndecided: 0,
  takesUnrecorded: 0,
  areSettingsFound: false,
  movedTo: 'soundcheck-damaged.db',
}

function said(change: Partial<DatabaseRescue>): string {
  const { happened, done, file } = rescueWords({ ...RESCUE, ...change })
  return [happened, done, file ?? 'No file.'].join(' ')
}

it.each<[Partial<DatabaseRescue>, string]>([
  [
    {},
    'The database was damaged. Soundcheck went back to the backup from today, 12:00. What you noted and rated since then was found beside the recordings. Settings are as they were then. The damaged file lies in your data folder until you next delete something:',
  ],
  [
    { takesFound: 1 },
    'The database was damaged. Soundcheck went back to the backup from today, 12:00. 1 take recorded since then was found again by its file. What you noted and rated since then was found beside the recordings. Settings are as they were then. The damaged file lies in your data folder until you next delete something:',
  ],
  [
    { found: 'missing', takesFound: 5, movedTo: null },
    'The database was missing. Soundcheck went back to the backup from today, 12:00. 5 takes recorded since then were found again by their files. What you noted and rated since then was found beside the recordings. Settings are as they were then. No file.',
  ],
  [
    { found: 'empty', backupAtMs: null, takesFound: 5 },
    'The database was empty. There was no backup, so everything was rebuilt from the recordings’ own files: 5 takes. Settings are as on the first day. The old file lies in your data folder until you next delete something:',
  ],
  [
    { takesUndecided: 2, movedTo: null },
    'The database was damaged. Soundcheck went back to the backup from today, 12:00. For 2 takes nobody can tell which notes are newer: both are kept, one below the other. What else you noted and rated since then was found beside the recordings. Settings are as they were then. No file.',
  ],
  [
    { takesUndecided: 1, takesUnrecorded: 1, movedTo: null },
    'The database was damaged. Soundcheck went back to the backup from today, 12:00. 1 take is as in the backup: nothing newer could be read beside the recording. For 1 take nobody can tell which notes are newer: both are kept, one below the other. What else you noted and rated since then was found beside the recordings. Settings are as they were then. No file.',
  ],
  [
    { areSettingsFound: true, movedTo: null },
    'The database was damaged. Soundcheck went back to the backup from today, 12:00. What you noted and rated since then was found beside the recordings. So were your settings. No file.',
  ],
  [
    { backupAtMs: null, takesFound: 1, areSettingsFound: true, movedTo: null },
    'The database was damaged. There was no backup, so everything was rebuilt from the recordings’ own files: 1 take. Your settings were found too. No file.',
  ],
  [
    { backupAtMs: null, takesFound: 0 },
    'The database was damaged. There was no backup, and no recording to rebuild it from. The damaged file lies in your data folder until you next delete something:',
  ],
])('says what happened, what was done, and where the file is: %o', (change, words) => {
  expect(said(change)).toBe(words)
})
