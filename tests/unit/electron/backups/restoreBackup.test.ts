import { v4 } from 'uuid'
import { expect, test } from 'vitest'
import { insertChoice } from '../../../../electron/store/takes/choices'
import { newId } from '../../../../electron/store/database/ids'
import { changeMark, insertMark } from '../../../../electron/store/takes/marks'
import { savePack } from '../../../../electron/store/questions/packs'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { restoreBackup } from '../../../../electron/backups/restoreBackup'
import { openQuestion } from '../../../../electron/store/questions/questionHistory'
import { answerRubric } from '../../../../electron/store/takes/rubrics'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import {
  finishSession,
  removeSessionRow,
  setSessionDeleted,
} from '../../../../electron/store/sessions/sessions'
import {
  findTake,
  markTakeDamaged,
  removeTakeRow,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import {
  beginTake,
  NOW_MS,
  packOf,
  packQuestion,
  recordTake,
  start,
  trialStore,
} from '../store/fixture'
import { backupOf, everythingIn, NO_CHANGES, restore, soundBut } from './restoreFixture'

test('a backup of now changes nothing', () => {
  const db = trialStore()
  recordTake(db, start(db).id, 'trial/alpha', 'Words')
  const backup = backupOf(db)
  const before = everythingIn(db)
  expect(restore(db, backup)).toEqual(NO_CHANGES)
  expect(everythingIn(db)).toBe(before)
})

test('notes and ratings go back to what they were; newer takes stay as they are', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [changed, same] = [
    recordTake(db, sessionId, 'trial/alpha', 'then'),
    recordTake(db, sessionId),
  ]
  setTakeRating(db, { takeId: changed.id, rating: 3 })
  const backup = backupOf(db)
  setTakeNotes(db, { takeId: changed.id, notes: 'now' })
  setTakeRating(db, { takeId: changed.id, rating: null })
  const newer = recordTake(db, sessionId, 'trial/alpha', 'newer')
  const recording = beginTake(db, sessionId)

  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesChanged: 1, takesKept: 1 })
  expect(findTake(db, changed.id)).toMatchObject({ notes: 'then', rating: 3 })
  expect(findTake(db, newer.id)).toMatchObject({ notes: 'newer', number: 3 })
  expect(findTake(db, recording.id)?.state).toBe('recording')
  expect(findTake(db, same.id)).toMatchObject(same)
})

test('marks, answers and choices come back; a take whose marks alone have changed counts as changed', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [take, other] = [recordTake(db, sessionId), recordTake(db, sessionId)]
  const mark = { id: newId(), takeId: take.id, kind: 'task', atMs: 300, note: 'then' } as const
  insertMark(db, mark)
  insertChoice(db, { betterTakeId: take.id, otherTakeId: other.id, chosenAtMs: NOW_MS })
  const backup = backupOf(db)
  changeMark(db, { markId: mark.id, note: 'now' })
  insertMark(db, { ...mark, id: newId() })
  answerRubric(db, { takeId: other.id, item: 'answered', step: 1 })
  db.exec('DELETE FROM choices')

  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesChanged: 2 })
  const { takes, choices } = openQuestion(db, 'trial/alpha')
  expect(takes.map(({ marks }) => marks)).toEqual([[mark], []])
  expect(takes[1]?.rubric.answered).toBeNull()
  expect(choices).toEqual([{ betterTakeId: take.id, otherTakeId: other.id, chosenAtMs: NOW_MS }])
  expect(restore(db, backup)).toEqual(NO_CHANGES)
})

test('what is hidden comes back to sight', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [take, other] = [recordTake(db, sessionId), recordTake(db, sessionId)]
  const { id: second } = start(db)
  const inSecond = recordTake(db, second)
  const backup = backupOf(db)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  setSessionDeleted(db, { sessionId: second, deletedAtMs: NOW_MS })
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesChanged: 1, sessionsBack: 1 })
  expect(findTake(db, take.id)?.deletedAtMs).toBeNull()
  expect(openSession(db, { sessionId: second }).takeCount).toBe(1)
  for (const { id } of [other, inSecond]) expect(findTake(db, id)).not.toBeNull()
})

test('a take that is gone comes back whole when its sound is there, and stays away without', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const record = () => recordTake(db, sessionId, 'trial/beta', 'Words')
  const [ready, damaged, silent] = [record(), record(), record()]
  markTakeDamaged(db, { takeId: damaged.id, durationMs: 7, sizeBytes: 1 })
  const before = [ready, damaged].map(({ id }) => findTake(db, id))
  const backup = backupOf(db)
  for (const { id } of [ready, damaged, silent]) removeTakeRow(db, id)

  const changes = restore(db, backup, soundBut(silent.id))
  expect(changes).toEqual({ ...NO_CHANGES, takesBack: 2, takesWithoutSound: 1 })
  expect([ready, damaged].map(({ id }) => findTake(db, id))).toEqual(before)
  expect(findTake(db, silent.id)).toBeNull()
  const found = listSessions(db, { query: 'words', before: null, limit: 5 })
  expect(found.sessions.map(({ id }) => id)).toEqual([sessionId])
})

test('a number that another take has by now stays with that one', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const first = recordTake(db, sessionId)
  const backup = backupOf(db)
  removeTakeRow(db, first.id)
  const newer = [recordTake(db, sessionId), recordTake(db, sessionId)]
  expect(newer.map(({ number }) => number)).toEqual([1, 2])
  restore(db, backup)
  expect(newer.map(({ id }) => findTake(db, id)?.number)).toEqual([1, 2])
  expect(findTake(db, first.id)?.number).toBe(3)
})

test('a session that is gone comes back with its questions, unfinished as it was', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const take = recordTake(db, sessionId, 'trial/gamma')
  const backup = backupOf(db)
  removeSessionRow(db, sessionId)
  const newer = start(db)
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, sessionsBack: 1, takesBack: 1 })
  const session = openSession(db, { sessionId })
  expect(session.questions.map(({ id }) => id)).toEqual([
    'trial/alpha',
    'trial/beta',
    'trial/gamma',
  ])
  expect(session.questions[2]?.takes.map(({ id }) => id)).toEqual([take.id])
  expect(session).toMatchObject({ kind: 'pack', title: 'Trial', packId: 'trial' })
  expect(session.finishedAtMs).toBeNull()
  expect(openSession(db, { sessionId: newer.id }).finishedAtMs).toBeNull()
})

test('a session without a take, or whose takes have no sound, does not come back', () => {
  const db = trialStore()
  const silent = start(db)
  const take = recordTake(db, silent.id)
  finishSession(db, { sessionId: silent.id, finishedAtMs: NOW_MS })
  const empty = start(db)
  const backup = backupOf(db)
  for (const { id } of [silent, empty]) removeSessionRow(db, id)
  expect(restore(db, backup, soundBut(take.id))).toEqual({ ...NO_CHANGES, takesWithoutSound: 1 })
})

test('what was deleted when the backup was made does not come back', () => {
  const db = trialStore()
  const take = recordTake(db, start(db).id)
  const { id: hidden } = start(db)
  const inHidden = recordTake(db, hidden)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  setSessionDeleted(db, { sessionId: hidden, deletedAtMs: NOW_MS })
  const backup = backupOf(db)
  removeTakeRow(db, take.id)
  expect(restore(db, backup)).toEqual(NO_CHANGES)
  removeSessionRow(db, hidden)
  expect(restore(db, backup)).toEqual(NO_CHANGES)
  for (const { id } of [take, inHidden]) expect(findTake(db, id)).toBeNull()
})

test('a pack that is gone comes back; a question that has left its pack does not return to it', () => {
  const db = trialStore()
  savePack(db, packOf([packQuestion('old')], { id: 'other', title: 'Other' }))
  const asked = recordTake(db, start(db).id, 'trial/alpha')
  const backup = backupOf(db)
  db.exec("DELETE FROM questions WHERE pack_id = 'other'; DELETE FROM packs WHERE id = 'other'")
  removeSessionRow(db, asked.sessionId)
  savePack(db, packOf([packQuestion('beta')]))

  restoreBackup(db, backup, soundBut())
  const counts = listPackSummaries(db).map(({ id, questionCount }) => [id, questionCount])
  expect(counts).toEqual([
    ['other', 1],
    ['trial', 1],
  ])
  const { questions } = openSession(db, { sessionId: asked.sessionId })
  expect(questions.map(({ whyTheyAsk }) => whyTheyAsk !== '')).toEqual([true, true, true])
})

test('of a take that the backup of another library knows, what both say is kept', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [changed, same] = [
    recordTake(db, sessionId, 'trial/alpha', 'there'),
    recordTake(db, sessionId, 'trial/alpha', 'the same'),
  ]
  const backup = backupOf(db)
  backup.prepare('UPDATE library SET id = ?').run(v4())
  setTakeNotes(db, { takeId: changed.id, notes: 'here' })
  setTakeRating(db, { takeId: changed.id, rating: 4 })
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesMerged: 1 })
  expect(findTake(db, changed.id)).toMatchObject({ notes: 'here\n\nthere', rating: 4 })
  expect(findTake(db, same.id)).toMatchObject({ notes: 'the same' })
  expect(restore(db, backup)).toEqual(NO_CHANGES)
})
