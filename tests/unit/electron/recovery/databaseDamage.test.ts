import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Recovery } from '../../../../electron/recovery/recovery'
import { closeDatabase } from '../../../../electron/store/database/database'
import { setBestTake, setTakeNotes, setTakeRating } from '../../../../electron/store/takes/takes'
import { disagreementOf } from '../../../faults/kills/consistency'
import { DATABASE_DAMAGE, keepsRecords } from '../../../faults/library/databaseDamage'
import { storedTakes, type StoredTake } from '../../../helpers/library'
import { realThread } from '../background/realThread'
import { backUp } from '../store/fixture'
import { healthy, storedTake, studioOnDisk } from '../takes/fixture'
import { openedAtStart, type OpenedAtStart } from './openedAtStart'

/*
 * The same harm as in tests/faults/library/corruptDatabase.spec.ts, which tries some of it in the
 * real app; here each way is tried on what opens a library, with real files.
 */

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
})

test.each(Object.entries(DATABASE_DAMAGE))(
  '%s: it opens, says so, and every take is found with its words',
  async (way, harm) => {
    const { dataFolder, takes } = libraryAfterSomeEvenings()
    harm(dataFolder)

    const first = await open(dataFolder)
    expect(first.opened.kind).toBe('rescued')
    expect(first.recovery.database?.found).toMatch(/damaged|empty|missing/)
    first.close()

    const found = storedTakes(dataFolder)
    expect(found.map(({ id }) => id)).toEqual(takes.map(({ id }) => id))
    expect(found.map(({ state }) => state)).toEqual(takes.map(() => 'ready'))
    if (keepsRecords(way)) expect(found.map(wordsOf)).toEqual(takes.map(wordsOf))
    expect(disagreementOf(dataFolder)).toEqual({ rowsWithoutFile: [], filesWithoutRow: [] })

    const second = await open(dataFolder)
    expect(second.opened.kind).toBe('sound')
    expect(second.recovery.database).toBeNull()
    second.close()
  },
)

/** Takes that a backup knows, one of them with words that it does not know, and later takes. */
function libraryAfterSomeEvenings(): { dataFolder: string; takes: StoredTake[] } {
  const room = studioOnDisk()
  const { db, dataFolder, records } = room
  const takes = ['alpha', 'beta', 'gamma', 'alpha', 'beta'].map((question, index) =>
    storedTake(room, { questionId: `trial/${question}`, notes: `Notes on take ${String(index)}` }),
  )
  takes.forEach(({ id: takeId }) => setTakeRating(db, { takeId, rating: 3 }))
  const [first, second, , , last] = takes.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
  ]
  setBestTake(db, { takeId: second, isBest: true })
  backUp(dataFolder, Date.now())
  for (const notes of ['One more', 'And another', '']) storedTake(room, { notes })
  setTakeNotes(db, { takeId: first, notes: 'Written after the backup' })
  setBestTake(db, { takeId: last, isBest: true })
  records.flush()
  closeDatabase(db)
  return { dataFolder, takes: storedTakes(dataFolder) }
}

/** Opens it, and finds by their files what its database does not know. */
async function open(dataFolder: string): Promise<OpenedAtStart & { recovery: Recovery }> {
  const library = openedAtStart(dataFolder)
  const thread = realThread()
  const recovery = new Recovery({
    ...library,
    dataFolder: dataFolderAt(dataFolder),
    thread,
    health: healthy(),
    onChanged: () => {},
  })
  await recovery.findLostTakes(library.opened)
  return { ...library, recovery }
}

/** What a person would miss: the words, the rating, the place as best one, the length. */
function wordsOf({ id, notes, rating, is_best, duration_ms }: StoredTake) {
  return { id, notes, rating, is_best, duration_ms }
}

test.each(['questions', 'a session'])(
  'the disk has lost the folder of %s too: the rest is found as ever',
  async (which) => {
    const { dataFolder, takes } = libraryAfterSomeEvenings()
    const folder = dataFolderAt(dataFolder)
    const lost = which === 'questions' ? folder.questions : join(folder.takes, v7())
    rmSync(lost, { recursive: true, force: true })
    writeFileSync(lost, 'what cannot be looked into')
    writeFileSync(folder.database, 'noise')
    const { opened, close } = await open(dataFolder)
    expect(opened).toMatchObject({ rescue: { backupAtMs: expect.any(Number) as number } })
    close()
    expect(storedTakes(dataFolder).map(wordsOf)).toEqual(takes.map(wordsOf))
  },
)
