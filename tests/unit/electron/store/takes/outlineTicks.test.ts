import { expect, test } from 'vitest'
import { readQuestionCard } from '../../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import {
  readOutlineTicks,
  writeOutlineTicks,
} from '../../../../../electron/store/takes/outlineTicks'
import { setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { newId } from '../../../../../electron/store/database/ids'
import { NOW_MS, recordTake, start, trialStore } from '../fixture'

const questionId = 'trial/alpha'

test('what the last ticked take left out is there before the next one', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [first, second] = [recordTake(db, sessionId), recordTake(db, sessionId)]
  recordTake(db, sessionId) // not ticked
  const tick = (takeId: string, said: boolean[]) =>
    writeOutlineTicks(db, {
      takeId,
      lines: said.map((isSaid, index) => ({ line: `line ${String(index)}`, isSaid })),
    })
  tick(first.id, [false, true])
  expect(readQuestionCard(db, questionId).leftOut).toEqual(['line 0'])
  tick(second.id, [true, false])
  expect(readQuestionCard(db, questionId).leftOut).toEqual(['line 1'])
  tick(second.id, [true, true])
  expect(readQuestionCard(db, questionId).leftOut).toEqual([])
  setTakeDeleted(db, { takeId: second.id, deletedAtMs: NOW_MS })
  expect(readQuestionCard(db, questionId).leftOut).toEqual(['line 0'])
})

test('the lines of a take stay as they were when the outline changes', () => {
  const db = trialStore()
  const { id: takeId } = recordTake(db, start(db).id)
  const lines = [{ line: 'canal lock', isSaid: true }]
  writeOutlineTicks(db, { takeId, lines })
  changeLayer(db, { questionId, layer: { outline: ['something else'] } })
  expect(readOutlineTicks(db, takeId)).toEqual(lines)
  writeOutlineTicks(db, { takeId, lines: [] })
  expect(readOutlineTicks(db, takeId)).toEqual([])
  expect(() => writeOutlineTicks(db, { takeId: newId(), lines })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }) as Error,
  )
})
