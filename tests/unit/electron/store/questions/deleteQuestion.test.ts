import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scrubBackups } from '../../../../../electron/backups/scrubBackups'
import { dataFolderAt } from '../../../../../electron/disk/dataFolder'
import { checkpoint } from '../../../../../electron/store/database/database'
import {
  deleteQuestions,
  removeUnaskedDeleted,
} from '../../../../../electron/store/questions/deleteQuestion'
import { savePack } from '../../../../../electron/store/questions/packs'
import { listPackSummaries } from '../../../../../electron/store/questions/packSummaries'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { sessionRecord } from '../../../../../electron/records/sessionRecord'
import { removeSessionRow, visitQuestion } from '../../../../../electron/store/sessions/sessions'
import { filesBelow } from '../../../../helpers/library'
import { backUp, packOf, packQuestion, trialStore } from '../fixture'
import { storedTake, studioOnDisk } from '../../takes/fixture'

const ALPHA = 'trial/alpha'

test('one that no session asks is gone, and so is its record', () => {
  const { db, files, records, sessionId } = studioOnDisk()
  records.writeQuestion(ALPHA)
  removeSessionRow(db, sessionId)
  deleteQuestions(db, [ALPHA])
  records.flush()
  expect(db.prepare('SELECT id FROM questions').pluck().all()).not.toContain(ALPHA)
  expect(existsSync(files.records.question(ALPHA))).toBe(false)
  expect(() => deleteQuestions(db, [ALPHA])).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

test('of one that a session asks the words stay, until no session asks it any more', () => {
  const room = studioOnDisk()
  const { db, dataFolder, files, records, sessionId } = room
  const folder = dataFolderAt(dataFolder)
  storedTake(room)
  backUp(dataFolder)
  deleteQuestions(db, [ALPHA])
  records.flush()
  const [alpha] = openSession(db, { sessionId }).questions
  expect(alpha).toMatchObject({ question: 'What about alpha?', whyTheyAsk: '', exampleAnswers: [] })
  expect(listPackSummaries(db)).toMatchObject([{ questionCount: 2 }])
  expect(removeUnaskedDeleted(db)).toBe(0)

  files.removeSession(sessionId)
  removeSessionRow(db, sessionId)
  expect(removeUnaskedDeleted(db)).toBe(1)
  records.flush()
  const ids = [...db.prepare<[], string>('SELECT id FROM tombstones').pluck().all(), sessionId]
  scrubBackups({ folder: folder.backups, damagedFolder: folder.damaged, ids })
  db.exec('DELETE FROM tombstones')
  checkpoint(db)
  const left = filesBelow(dataFolder).filter((file) =>
    readFileSync(file).includes('What about alpha?'),
  )
  expect(left).toEqual([])
})

test('it leaves the sessions in which nothing was answered to it', () => {
  const room = studioOnDisk()
  const { db, sessionId } = room
  storedTake(room, { questionId: 'trial/gamma' })
  visitQuestion(db, { sessionId, questionId: 'trial/beta' })
  deleteQuestions(db, ['trial/beta'])
  expect(openSession(db, { sessionId })).toMatchObject({
    questionCount: 2,
    currentQuestionId: 'trial/gamma',
    questions: [
      { id: ALPHA, position: 1 },
      { id: 'trial/gamma', position: 2 },
    ],
  })
  expect(sessionRecord(db, sessionId)?.questions).toEqual([{ id: ALPHA }, { id: 'trial/gamma' }])
})

test('a new version of its pack does not bring a deleted question back', () => {
  const room = studioOnDisk()
  const { db, sessionId } = room
  storedTake(room)
  deleteQuestions(db, [ALPHA])
  savePack(
    db,
    packOf(['alpha', 'beta', 'gamma'].map((id) => packQuestion(id, { pitfalls: ['New'] }))),
  )
  expect(listPackSummaries(db)).toMatchObject([{ questionCount: 2 }])
  expect(openSession(db, { sessionId }).questions[0]).toMatchObject({ whyTheyAsk: '' })
})

test('a question that nobody deleted is left alone', () => {
  const db = trialStore()
  expect(removeUnaskedDeleted(db)).toBe(0)
  expect(listPackSummaries(db)).toMatchObject([{ questionCount: 3 }])
})
