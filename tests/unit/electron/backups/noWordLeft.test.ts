import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scrubBackups } from '../../../../electron/backups/scrubBackups'
import { type DataFolder, dataFolderAt } from '../../../../electron/disk/dataFolder'
import { checkpoint, type Database } from '../../../../electron/store/database/database'
import {
  deleteQuestions,
  removeUnaskedDeleted,
} from '../../../../electron/store/questions/deleteQuestion'
import { removeSessionRow } from '../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../electron/store/sessions/startSession'
import { removeTakeRow } from '../../../../electron/store/takes/takes'
import { openedAtStart } from '../recovery/openedAtStart'
import { asOlderSchema } from '../store/database/olderSchema'
import { backUp, NOW_MS, recordTake, start, temporaryFolder, trialStoreIn } from '../store/fixture'

/** So many that their rows need several pages: SQLite moves them from page to page then. */
const TAKE_COUNT = 120

/** A library with many takes, each with a word of its own, and a backup of it. */
function library() {
  const dataFolder = temporaryFolder()
  const db = trialStoreIn(dataFolder)
  const { id: sessionId } = start(db)
  const takes = db.transaction(() =>
    Array.from({ length: TAKE_COUNT }, () => {
      const word = randomBytes(9).toString('hex')
      return { word, ...recordTake(db, sessionId, 'trial/alpha', word) }
    }),
  )()
  const backup = backUp(dataFolder)
  return { dataFolder, folder: dataFolderAt(dataFolder), db, takes, backup }
}

/** Also when its first letters were written over. */
function wordsIn(file: string, takes: readonly { word: string }[]): string[] {
  const bytes = readFileSync(file)
  return takes.map(({ word }) => word).filter((word) => bytes.includes(word.slice(4)))
}

function scrub({ backups, damaged }: DataFolder, db: Database): void {
  const ids = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
  scrubBackups({ folder: backups, damagedFolder: damaged, ids })
}

test('of many takes that are deleted no word stays in any part of a backup', () => {
  const { folder, db, takes, backup } = library()
  for (const { id } of takes) removeTakeRow(db, id)
  scrub(folder, db)
  expect(wordsIn(backup, takes)).toEqual([])
})

test('nor in one of Soundcheck 0.1.0, which left copies of words between the rows', () => {
  const { folder, db, takes, backup } = library()
  asOlderSchema(backup, 3)
  const gone = takes.slice(0, TAKE_COUNT / 2)
  for (const { id } of gone) removeTakeRow(db, id)
  scrub(folder, db)
  expect(wordsIn(backup, gone)).toEqual([])
  expect(wordsIn(backup, takes)).toHaveLength(TAKE_COUNT / 2)
})

test('nor in a database that was made out of such a backup', () => {
  const { dataFolder, folder, db, takes, backup } = library()
  asOlderSchema(backup, 3)
  db.close()
  writeFileSync(folder.database, 'noise')
  const { db: rescued } = openedAtStart(dataFolder)
  for (const { id } of takes) removeTakeRow(rescued, id)
  checkpoint(rescued)
  expect(wordsIn(folder.database, takes)).toEqual([])
})

test('a session that nobody deleted keeps no words of a deleted question in a backup', () => {
  const dataFolder = temporaryFolder()
  const db = trialStoreIn(dataFolder)
  db.exec("UPDATE questions SET question = 'Zanzibar?' WHERE id = 'trial/alpha'")
  const { id: sessionId } = startSession(db, {
    kind: 'chosen',
    questionIds: ['trial/alpha'],
    startedAtMs: NOW_MS,
  })
  const backup = backUp(dataFolder)
  deleteQuestions(db, ['trial/alpha'])
  removeSessionRow(db, sessionId) // left at its first question, without a take
  removeUnaskedDeleted(db)
  scrub(dataFolderAt(dataFolder), db)
  expect(readFileSync(backup).includes('Zanzibar')).toBe(false)
})
