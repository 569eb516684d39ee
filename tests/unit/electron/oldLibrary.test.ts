import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../electron/disk/dataFolder'
import { describeBackup, makeReadable } from '../../../electron/backups/backupContents'
import { listBackupFiles } from '../../../electron/backups/backupFiles'
import type { Database } from '../../../electron/store/database/database'
import { readOnly } from '../../../electron/store/database/readOnly'
import { readMeasures } from '../../../electron/store/takes/measures'
import { openQuestion } from '../../../electron/store/questions/questionHistory'
import { sessionRecord } from '../../../electron/records/sessionRecord'
import { takeRecord } from '../../../electron/records/takeRecord'
import { previewRestore, restoreBackup } from '../../../electron/backups/restoreBackup'
import { listSessions } from '../../../electron/store/sessions/listSessions'
import { setSessionDeleted } from '../../../electron/store/sessions/sessions'
import { readSettings } from '../../../electron/store/settings'
import { findTake, setTakeDeleted } from '../../../electron/store/takes/takes'
import { reconcile } from '../../../electron/recovery/reconcile'
import { recoverTakes } from '../../../electron/recovery/recoverTakes'
import { soundIn } from '../../../electron/takes/soundOf'
import { survey } from '../../../electron/recovery/survey'
import { copyOldLibrary, OLD_CONTENTS, soundDigests, type OldTake } from '../../helpers/oldLibrary'
import { openedAtStart, type OpenedAtStart } from './recovery/openedAtStart'
import { temporaryFolder } from './store/fixture'

const { sessions, takes, choices, questions, settings, tombstones, backups } = OLD_CONTENTS

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
})

test('has every feature in use', () => {
  const has = <Value>(values: readonly Value[]) => new Set(values)
  expect(has(takes.map(({ state }) => state))).toEqual(has(['ready', 'damaged', 'recording']))
  expect(has(takes.map(({ rating }) => rating))).toEqual(has([1, 2, 3, 4, null]))
  expect(takes.filter(({ isBest }) => isBest)).toHaveLength(2)
  expect(takes.filter(({ isRecovered }) => isRecovered)).toHaveLength(1)
  expect(takes.filter(({ deletedAtMs }) => deletedAtMs !== null)).toHaveLength(1)
  expect(takes.filter(({ measures }) => measures !== null)).toHaveLength(11)
  expect(has(takes.flatMap(({ marks }) => marks.map(({ kind }) => kind))).size).toBe(7)
  expect(takes.filter(({ rubric }) => rubric?.natural === 4)).toHaveLength(2)
  expect(sessions.filter(({ finishedAtMs }) => finishedAtMs === null)).toHaveLength(1)
  expect(sessions.filter(({ deletedAtMs }) => deletedAtMs !== null)).toHaveLength(1)
  expect([choices.length, tombstones.length, backups.length]).toEqual([2, 2, 5])
})

test('is opened with everything that was in it', () => {
  const { db, dataFolder } = opened()
  for (const { measures, sha256, durationMs, state, ...take } of takes) {
    const record = takeRecord(db, take.id)
    expect(record).toMatchObject({ ...take, durationMs, rubric: answered(take.rubric) })
    expect(record?.isDamaged).toBe(state === 'damaged')
    const stored = readMeasures(db, take.id)
    expect(stored.state === 'measured' ? stored.measures : null).toEqual(measures)
    expect(soundDigests(dataFolder, { ...take, state, durationMs, measures, sha256 })).toEqual(
      sha256,
    )
  }
  for (const { questionIds, packId, ...session } of sessions) {
    const record = sessionRecord(db, session.id)
    expect(record).toMatchObject({ ...session, kind: 'pack', settings: {} })
    expect(record?.pack?.id).toBe(packId)
    expect(record?.title).toBe(record?.pack?.title)
    expect(record?.questions.map(({ id }) => id)).toEqual(questionIds)
  }
  for (const question of questions) {
    expect(openQuestion(db, question.id).question).toMatchObject(question)
  }
  expect(openQuestion(db, takes[0]!.questionId).choices.toReversed()).toMatchObject(choices)
  expect(readSettings(db)).toMatchObject(settings)
  const left = db.prepare<[], string>('SELECT id FROM tombstones ORDER BY id').pluck().all()
  expect(left).toEqual(tombstones)
})

test('shows in History what is not deleted, and finds its words', () => {
  const { db } = opened()
  const found = (query: string) =>
    listSessions(db, { query, before: null, limit: 200 }).sessions.map(({ id }) => id)
  const shown = sessions.filter(({ deletedAtMs }) => deletedAtMs === null).map(({ id }) => id)
  expect(found('')).toEqual(shown.toReversed())
  const [, long] = shown
  for (const word of ['Grüße', 'Paweł', '移行の話から始める', 'Медленнее', 'every backup']) {
    expect(found(word), word).toEqual([long])
  }
  // Not to be found before: the inside of an unspaced text, and a letter that Unicode does not take apart.
  for (const word of ['grusse', 'pawel', '話から', '始', '%']) {
    expect(found(word), word).toEqual([long])
  }
  for (const sign of ['🎧', '§']) expect(found(sign), sign).toEqual([])
  expect(found('that is deleted')).toEqual([])
})

test('gets the take finished amid which everything was killed', async () => {
  const library = opened()
  const open = takes.find(({ state }) => state === 'recording')!
  await recoverTakes(library)
  const take = findTake(library.db, open.id)!
  expect(take.state).toBe('ready')
  expect(take.state === 'ready' && take.durationMs).toBeGreaterThan(300)
  const recovered = takes.filter(({ isRecovered }) => isRecovered).map(({ id }) => id)
  for (const id of [...recovered, open.id]) {
    expect(takeRecord(library.db, id)?.isRecovered).toBe(true)
  }
})

test('what was deleted a moment ago can be brought back', () => {
  const { db } = opened()
  const take = takes.find(({ deletedAtMs }) => deletedAtMs !== null)!
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: null })
  const session = sessions.find(({ deletedAtMs }) => deletedAtMs !== null)!
  setSessionDeleted(db, { sessionId: session.id, deletedAtMs: null })
  expect(takeRecord(db, take.id)).toMatchObject({ notes: take.notes, deletedAtMs: null })
  const all = listSessions(db, { query: '', before: null, limit: 200 }).sessions
  expect(all).toHaveLength(sessions.length)
})

test('each of its backups can be read and restored, and takes nothing away', () => {
  const { db, dataFolder, files } = opened()
  // Opening it has made one more, before the update.
  const found = listBackupFiles(dataFolderAt(dataFolder).backups).filter(({ name }) =>
    backups.some((backup) => backup.name === name),
  )
  expect(found).toHaveLength(backups.length)
  for (const file of found) {
    const {
      name,
      version,
      sessions: sessionCount,
      takes: takeCount,
    } = backups.find((backup) => backup.name === file.name)!
    if (version > 3) {
      expect(describeBackup(file)).toMatchObject({ name, state: 'newer' })
      continue
    }
    expect(describeBackup(file)).toMatchObject({ name, state: 'good', sessionCount, takeCount })
    const changes = readOnly(makeReadable(file), (backup) => {
      expect(previewRestore(db, backup, soundIn(files)).takesBack).toBe(0)
      return restoreBackup(db, backup, soundIn(files))
    })
    expect(changes).toMatchObject({ sessionsBack: 0, takesBack: 0, takesWithoutSound: 0 })
  }
  for (const { id, durationMs, number } of takes) {
    expect(takeRecord(db, id)).toMatchObject({ durationMs, number })
  }
})

test('loses no word when its database is noise', async () => {
  const {
    db,
    opened: { kind },
  } = await openedAndFound((dataFolder) =>
    writeFileSync(dataFolderAt(dataFolder).database, randomBytes(50_000)),
  )
  expect(kind).toBe('rescued')
  takes.forEach((take) => expectWords(db, take))
  expectSessions(db)
})

test('loses no word when its database and its backups are gone', async () => {
  const {
    db,
    opened: { kind },
  } = await openedAndFound((dataFolder) => {
    rmSync(dataFolderAt(dataFolder).database)
    rmSync(dataFolderAt(dataFolder).backups, { recursive: true })
  })
  expect(kind).toBe('rescued')
  takes.forEach((take) => expectWords(db, take))
  expectSessions(db)
})

/** A copy of the library, opened as the app does at its start, after something was done to it. */
function opened(harm: (dataFolder: string) => void = () => {}): OpenedAtStart {
  const dataFolder = temporaryFolder()
  copyOldLibrary(dataFolder)
  harm(dataFolder)
  return openedAtStart(dataFolder)
}

/** The same without its log, and what is found by files is found. */
async function openedAndFound(harm: (dataFolder: string) => void): Promise<OpenedAtStart> {
  const library = opened((dataFolder) => {
    rmSync(`${dataFolderAt(dataFolder).database}-wal`)
    harm(dataFolder)
  })
  await reconcile(library, survey(dataFolderAt(library.dataFolder)))
  return library
}

/** What a person said about the take, and where it belongs. */
function expectWords(db: Database, take: OldTake): void {
  const { sessionId, questionId, rating, isBest, marks } = take
  const record = takeRecord(db, take.id)
  expect(record, take.notes).toMatchObject({ sessionId, questionId, rating, isBest, marks })
  expect(record?.notes).toContain(take.notes)
  expect(record?.rubric).toEqual(answered(take.rubric))
  expect(record?.deletedAtMs === null).toBe(take.deletedAtMs === null)
}

function expectSessions(db: Database): void {
  for (const { id, startedAtMs, questionIds } of sessions) {
    const record = sessionRecord(db, id)
    expect(record?.startedAtMs).toBe(startedAtMs)
    expect(record?.questions.map((question) => question.id)).toEqual(questionIds)
  }
}

/** A row without an answer says as little as no row. */
function answered(rubric: OldTake['rubric']): OldTake['rubric'] {
  return rubric && Object.values(rubric).some((step) => step !== null) ? rubric : null
}
