import { expect, test } from 'vitest'
import { adoptTake } from '../../../../../electron/recovery/adoptRecord'
import { applyTakeRecord } from '../../../../../electron/recovery/applyRecord'
import { insertChoice } from '../../../../../electron/store/takes/choices'
import {
  listUnmeasuredBefore,
  usualBefore,
  writeMeasures,
} from '../../../../../electron/store/takes/measures'
import { listPackSummaries } from '../../../../../electron/store/questions/packSummaries'
import { openQuestion } from '../../../../../electron/store/questions/questionHistory'
import { takeRecord } from '../../../../../electron/records/takeRecord'
import {
  listRecoveredTakes,
  setTakeRecovered,
} from '../../../../../electron/recovery/recoveredTakes'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import {
  findTake,
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
} from '../../../../../electron/store/takes/takes'
import { unfinishedSession } from '../../../../../electron/store/sessions/unfinishedSession'
import { requests } from '../../../../../shared/contract'
import { TakeSchema } from '../../../../../shared/model'
import { sampleMeasures } from '../../../../helpers/sampleMeasures'
import { NOW_MS, recordTake, start, trialStore } from '../fixture'
import { backupOf, NO_CHANGES, restore } from '../../backups/restoreFixture'

const BAD_REQUEST = expect.objectContaining({ code: 'BAD_REQUEST' }) as Error
const FOLLOW_UP = 'And who paid for it?'

/** A session with a take of `alpha` and one of a follow-up to it. */
function answered() {
  const db = trialStore()
  const session = start(db)
  const answer = recordTake(db, session.id)
  const followUp = recordTake(db, session.id, 'trial/alpha', 'Words', FOLLOW_UP)
  return { db, sessionId: session.id, answer, followUp }
}

test('a take of a follow-up carries its words, and is a take of the question like any other', () => {
  const { db, sessionId, answer, followUp } = answered()
  expect(TakeSchema.parse(followUp)).toMatchObject({ followUp: FOLLOW_UP, number: 2 })
  expect(answer.followUp).toBe('')
  const { questions, takeCount, spokenMs } = openSession(db, { sessionId })
  expect(questions[0]?.takes.map(({ id }) => id)).toEqual([answer.id, followUp.id])
  expect([takeCount, spokenMs]).toEqual([2, 3001])
  expect(openQuestion(db, 'trial/alpha').takes.map(({ take }) => take.followUp)).toEqual([
    '',
    FOLLOW_UP,
  ])
  expect(listSessions(db, { query: 'words', before: null, limit: 5 }).sessions).toHaveLength(1)
  setTakeRecovered(db, { takeId: followUp.id, isRecovered: true })
  expect(listRecoveredTakes(db).map(({ take }) => take.followUp)).toEqual([FOLLOW_UP])
})

test('it answers no question: what is counted and remembered is told by the others', () => {
  const { db, sessionId } = answered()
  recordTake(db, sessionId, 'trial/beta', '', FOLLOW_UP)
  expect(openSession(db, { sessionId })).toMatchObject({ answeredCount: 1, takeCount: 3 })
  const other = start(db)
  recordTake(db, other.id, 'trial/beta', '', FOLLOW_UP)
  const [listed] = listSessions(db, { query: '', before: null, limit: 1 }).sessions
  expect(listed).toMatchObject({ id: other.id, answeredCount: 0, takeCount: 1 })
  expect(listPackSummaries(db)[0]?.lastPractised).toMatchObject({ answeredCount: 1 })
  // But whoever has spoken in a session finds the way back to it.
  expect(unfinishedSession(db)?.id).toBe(other.id)
})

test('it is never the best one, by whatever way', () => {
  const { db, answer, followUp } = answered()
  setBestTake(db, { takeId: answer.id, isBest: true })
  expect(() => setBestTake(db, { takeId: followUp.id, isBest: true })).toThrow(BAD_REQUEST)
  setBestTake(db, { takeId: followUp.id, isBest: false })
  applyTakeRecord(db, { ...takeRecord(db, followUp.id)!, isBest: true })
  const record = takeRecord(db, followUp.id)!
  removeTakeRow(db, followUp.id)
  adoptTake(db, { ...record, isBest: true })
  const best = [answer, followUp].map(({ id }) => findTake(db, id)?.isBest)
  expect(best).toEqual([true, false])
  expect(() => db.exec('UPDATE takes SET is_best = 1')).toThrow(/CHECK/)
})

test('your usual is made of the answers to questions alone', () => {
  const { db, sessionId, answer, followUp } = answered()
  for (const { id } of [answer, recordTake(db, sessionId), recordTake(db, sessionId)]) {
    writeMeasures(db, id, sampleMeasures({ timeToFirstWordMs: 1000 }))
  }
  writeMeasures(db, followUp.id, sampleMeasures({ timeToFirstWordMs: 9000 }))
  const unmeasured = recordTake(db, sessionId, 'trial/alpha', '', FOLLOW_UP)
  const last = recordTake(db, sessionId, 'trial/alpha', '', FOLLOW_UP)
  expect(usualBefore(db, last.id)).toMatchObject({ takeCount: 3, timeToFirstWordMs: 1000 })
  expect(listUnmeasuredBefore(db, last.id)).not.toContain(unmeasured.id)
})

test('it is compared with takes of the same follow-up only', () => {
  const { db, sessionId, answer, followUp } = answered()
  const again = recordTake(db, sessionId, 'trial/alpha', '', FOLLOW_UP)
  const choose = (other: string) =>
    insertChoice(db, { betterTakeId: followUp.id, otherTakeId: other, chosenAtMs: NOW_MS })
  expect(() => choose(answer.id)).toThrow(BAD_REQUEST)
  choose(again.id)
})

test('its record and a backup bring it back with its words', () => {
  const { db, followUp } = answered()
  const record = takeRecord(db, followUp.id)!
  expect(record.followUp).toBe(FOLLOW_UP)
  const backup = backupOf(db)
  removeTakeRow(db, followUp.id)
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesBack: 1 })
  expect(findTake(db, followUp.id)).toMatchObject({ followUp: FOLLOW_UP, notes: 'Words' })
  setTakeDeleted(db, { takeId: followUp.id, deletedAtMs: NOW_MS })
  setTakeDeleted(db, { takeId: followUp.id, deletedAtMs: null })
  expect({ ...takeRecord(db, followUp.id), revision: record.revision }).toEqual(record)
})

test.each([
  ['spaces', '  '],
  ['too many words', 'x'.repeat(501)],
  ['a number', 5],
])('the contract refuses a follow-up of %s', (_, followUp) => {
  const { sessionId } = answered()
  const input = {
    sessionId,
    questionId: 'trial/alpha',
    microphone: '',
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  }
  expect(requests['takes.begin'].input.safeParse(input).success).toBe(true)
  expect(requests['takes.begin'].input.safeParse({ ...input, followUp }).success).toBe(false)
})
