import { expect, test } from 'vitest'
import { listBestTakes } from '../../../../electron/store/practice/bestTakes'
import { setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { setBestTake, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { practiceRequests } from '../../../../shared/practice/practiceRequests'
import { daysAgo, practiceOf, say } from './practiceFixture'

test('of each question the newest take that was kept, in the order of the pack, and none that is gone', () => {
  const { db } = practiceOf(5)
  const kept = (questionId: string, days: number) => {
    const said = say(db, questionId, { atMs: daysAgo(days) })
    setBestTake(db, { takeId: said.takeId, isBest: true })
    return said
  }
  kept('trial/q2', 9)
  const newest = kept('trial/q2', 2)
  say(db, 'trial/q2', { atMs: daysAgo(1) })
  const first = kept('trial/q1', 5)
  const deleted = kept('trial/q3', 4)
  setTakeDeleted(db, { takeId: deleted.takeId, deletedAtMs: 1 })
  const gone = kept('trial/q4', 4)
  setSessionDeleted(db, { sessionId: gone.sessionId, deletedAtMs: 1 })
  const takes = listBestTakes(db, null)
  expect(practiceRequests['practice.bestTakes'].output.parse(takes)).toEqual(takes)
  expect(takes.map(({ takeId }) => takeId)).toEqual([first.takeId, newest.takeId])
  expect(takes[0]).toMatchObject({ ...first, question: 'What about q1?', durationMs: 60_000 })
  expect(listBestTakes(db, { packIds: [], includesOwn: true })).toEqual([])
})
