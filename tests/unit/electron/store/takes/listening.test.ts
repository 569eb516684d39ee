import { expect, test } from 'vitest'
import { insertChoice } from '../../../../../electron/store/takes/choices'
import { newId } from '../../../../../electron/store/database/ids'
import {
  changeMark,
  insertMark,
  listMarks,
  removeMark,
} from '../../../../../electron/store/takes/marks'
import {
  listUnmeasuredBefore,
  median,
  readMeasures,
  usualBefore,
  writeMeasures,
} from '../../../../../electron/store/takes/measures'
import { openQuestion } from '../../../../../electron/store/questions/questionHistory'
import { answerRubric, readRubric } from '../../../../../electron/store/takes/rubrics'
import { removeTakeRow, setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { MAX_MARKS_PER_TAKE } from '../../../../../shared/defaults'
import { sampleMeasures } from '../../../../helpers/sampleMeasures'
import { NOW_MS, beginTake, recordTake, start, trialStore } from '../fixture'

function takeIn(db = trialStore()) {
  const session = start(db)
  return { db, session, take: recordTake(db, session.id) }
}

test('marks stand in the order of the answer, and each can be changed and removed', () => {
  const { db, take } = takeIn()
  const mark = (kind: 'action' | 'filler', atMs: number) =>
    insertMark(db, { id: newId(), takeId: take.id, kind, atMs, note: '' })
  const late = mark('action', 900)
  const early = mark('filler', 100.5)
  expect(listMarks(db, take.id)).toEqual([early, late])

  expect(changeMark(db, { markId: late.id, atMs: 50 })).toEqual({ ...late, atMs: 50 })
  expect(changeMark(db, { markId: late.id, kind: 'result', note: 'Numbers' })).toEqual({
    ...late,
    atMs: 50,
    kind: 'result',
    note: 'Numbers',
  })
  // An empty note is a note too.
  expect(changeMark(db, { markId: late.id, note: '' }).note).toBe('')
  removeMark(db, early.id)
  expect(listMarks(db, take.id).map(({ id }) => id)).toEqual([late.id])
  expect(() => removeMark(db, early.id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  expect(() => changeMark(db, { markId: early.id })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})

test('a take has its fill of marks, and one that is not there has none', () => {
  const { db, take } = takeIn()
  const mark = { kind: 'strong', atMs: 1, note: '' } as const
  for (let count = 0; count < MAX_MARKS_PER_TAKE; count += 1) {
    insertMark(db, { ...mark, id: newId(), takeId: take.id })
  }
  const oneMore = () => insertMark(db, { ...mark, id: newId(), takeId: take.id })
  expect(oneMore).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  const nowhere = () => insertMark(db, { ...mark, id: newId(), takeId: newId() })
  expect(nowhere).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

test('each of the four questions is answered by itself, and an answer can be taken back', () => {
  const { db, take } = takeIn()
  answerRubric(db, { takeId: take.id, item: 'concrete', step: 2 })
  answerRubric(db, { takeId: take.id, item: 'natural', step: 4 })
  answerRubric(db, { takeId: take.id, item: 'concrete', step: null })
  expect(readRubric(db, take.id)).toEqual({
    answered: null,
    concrete: null,
    followable: null,
    natural: 4,
  })
  const unknown = () => answerRubric(db, { takeId: newId(), item: 'natural', step: 1 })
  expect(unknown).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

test('measures of an older version, and what nobody can read, count as not measured', () => {
  const { db, take } = takeIn()
  expect(readMeasures(db, take.id)).toEqual({ state: 'unmeasured' })
  writeMeasures(db, take.id, sampleMeasures({ longestPauseMs: 700 }))
  expect(readMeasures(db, take.id)).toMatchObject({
    state: 'measured',
    measures: { longestPauseMs: 700 },
  })
  db.exec('UPDATE measures SET version = version - 1')
  expect(readMeasures(db, take.id)).toEqual({ state: 'unmeasured' })
  writeMeasures(db, take.id, null)
  expect(readMeasures(db, take.id)).toEqual({ state: 'impossible' })
  db.exec(`UPDATE measures SET measures = '{"version":1}'`)
  expect(readMeasures(db, take.id)).toEqual({ state: 'unmeasured' })
})

test('what is usual is the median of the ten measured takes before, from three on', () => {
  const { db, session } = takeIn()
  const ids = Array.from({ length: 14 }, () => recordTake(db, session.id).id)
  const last = ids.at(-1)!
  expect(listUnmeasuredBefore(db, last)).toEqual(ids.slice(3, 13).toReversed())
  ids
    .slice(0, 2)
    .forEach((id) => writeMeasures(db, id, sampleMeasures({ timeToFirstWordMs: 9000 })))
  expect(usualBefore(db, last)).toBeNull()
  ids.slice(2, 13).forEach((id, index) => {
    writeMeasures(db, id, sampleMeasures({ timeToFirstWordMs: 1000 + index * 100 }))
  })
  // The last ten are 1100 to 2000.
  expect(usualBefore(db, last)).toMatchObject({ takeCount: 10, timeToFirstWordMs: 1550 })
  setTakeDeleted(db, { takeId: ids[12]!, deletedAtMs: NOW_MS })
  expect(usualBefore(db, last)?.timeToFirstWordMs).toBe(1450)
  // A take in which nobody speaks is no measure of anything.
  writeMeasures(db, ids[11]!, sampleMeasures({ timeToFirstWordMs: null, paceWpm: null }))
  expect(usualBefore(db, last)).toMatchObject({ takeCount: 10, paceWpm: 141 })
})

test.each([
  [[], null],
  [[null], null],
  [[3, null, 1], 2],
  [[5, 1, 3], 3],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('a question has its takes over all sessions, with what was heard in them', () => {
  const { db, take } = takeIn()
  const other = recordTake(db, start(db).id)
  recordTake(db, start(db).id, 'trial/beta')
  const hidden = recordTake(db, other.sessionId)
  setTakeDeleted(db, { takeId: hidden.id, deletedAtMs: NOW_MS })
  beginTake(db, other.sessionId)
  writeMeasures(db, other.id, sampleMeasures())
  answerRubric(db, { takeId: take.id, item: 'answered', step: 3 })
  const mark = { id: newId(), takeId: other.id, kind: 'task', atMs: 5, note: '' } as const
  insertMark(db, mark)
  insertChoice(db, { betterTakeId: other.id, otherTakeId: take.id, chosenAtMs: NOW_MS })

  expect(openQuestion(db, 'trial/alpha')).toMatchObject({
    question: { id: 'trial/alpha', question: 'What about alpha?' },
    packTitle: 'Trial',
    takes: [
      { take: { id: take.id }, measures: null, marks: [], rubric: { answered: 3 } },
      { take: { id: other.id }, measures: sampleMeasures(), marks: [mark] },
    ],
    choices: [{ betterTakeId: other.id, otherTakeId: take.id, chosenAtMs: NOW_MS }],
  })
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  expect(openQuestion(db, 'trial/alpha').choices).toEqual([])
  expect(() => openQuestion(db, 'trial/nothing')).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})

test('only two takes of one question can be chosen between', () => {
  const { db, session, take } = takeIn()
  const elsewhere = recordTake(db, session.id, 'trial/beta')
  const choose = (otherTakeId: string) => () =>
    insertChoice(db, { betterTakeId: take.id, otherTakeId, chosenAtMs: NOW_MS })
  expect(choose(elsewhere.id)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  expect(choose(take.id)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  expect(choose(newId())).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

test('everything that was heard in a take goes with it', () => {
  const { db, session, take } = takeIn()
  const other = recordTake(db, session.id)
  insertMark(db, { id: newId(), takeId: take.id, kind: 'task', atMs: 5, note: 'Secret' })
  answerRubric(db, { takeId: take.id, item: 'answered', step: 3 })
  writeMeasures(db, take.id, sampleMeasures())
  insertChoice(db, { betterTakeId: take.id, otherTakeId: other.id, chosenAtMs: NOW_MS })
  insertChoice(db, { betterTakeId: other.id, otherTakeId: take.id, chosenAtMs: NOW_MS })
  removeTakeRow(db, take.id)
  for (const table of ['marks', 'rubrics', 'measures', 'choices']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  }
})
