import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { savePack } from '../../../../../electron/store/questions/packs'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { requests } from '../../../../../shared/contract'
import { fillStore } from '../../../../helpers/fillStore'
import { beginTake, memoryStore, NOW_MS, packOf, packQuestion } from '../fixture'
import { recordTake, start, trialStore } from '../fixture'

const list = (db: Database, before: string | null = null, limit = 50) =>
  requests['sessions.list'].output.parse(listSessions(db, { query: '', before, limit }))
const ids = (page: ReturnType<typeof list>) => page.sessions.map(({ id }) => id)

test('a store without sessions has an empty page', () => {
  expect(list(trialStore())).toEqual({ sessions: [], hasMore: false })
})

test('sessions are listed newest first with the same figures as when opened', () => {
  const db = trialStore()
  const kept = start(db)
  recordTake(db, kept.id, 'trial/alpha')
  recordTake(db, kept.id, 'trial/beta')
  const last = start(db)
  recordTake(db, last.id)
  expect(ids(list(db))).toEqual([last.id, kept.id])
  const {
    questions,
    currentQuestionId,
    settings: _settings,
    ...summary
  } = openSession(db, { sessionId: kept.id })
  expect(questions.map(({ id }) => id)).toContain(currentQuestionId)
  expect(list(db).sessions[1]).toEqual({ ...summary, ownTitle: null, matches: [] })
})

test('a title stands in the list where it tells sessions apart', () => {
  const db = trialStore()
  recordTake(db, start(db).id)
  const chosen = startSession(db, {
    kind: 'chosen',
    questionIds: ['trial/beta'],
    title: 'Before Monday',
    startedAtMs: NOW_MS,
  })
  recordTake(db, chosen.id, 'trial/beta')
  const titles = () => list(db).sessions.map(({ ownTitle }) => ownTitle)
  expect(titles()).toEqual(['Before Monday', null])
  // A second pack that was not practised makes no difference, nor does one of its questions alone.
  savePack(db, { ...packOf([packQuestion('one')]), id: 'other', title: 'Other' })
  const single = startSession(db, { kind: 'one', questionId: 'other/one', startedAtMs: NOW_MS })
  recordTake(db, single.id, 'other/one')
  const other = startSession(db, { kind: 'pack', packId: 'other', startedAtMs: NOW_MS })
  expect(titles()).toEqual(['What about one?', 'Before Monday', null])
  recordTake(db, other.id, 'other/one')
  expect(titles()).toEqual(['Other', 'What about one?', 'Before Monday', 'Trial'])
  setSessionDeleted(db, { sessionId: other.id, deletedAtMs: NOW_MS })
  expect(titles()).toEqual(['What about one?', 'Before Monday', null])
})

test('deleted sessions and those without a take to show are not listed', () => {
  const db = trialStore()
  const deleted = start(db)
  recordTake(db, deleted.id)
  setSessionDeleted(db, { sessionId: deleted.id, deletedAtMs: NOW_MS })
  const emptied = start(db)
  const take = recordTake(db, emptied.id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  beginTake(db, start(db).id)
  expect(ids(list(db))).toEqual([])
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: null })
  setSessionDeleted(db, { sessionId: deleted.id, deletedAtMs: null })
  expect(ids(list(db))).toEqual([emptied.id, deleted.id])
})

test('pages follow each other without a gap or a double, and know when they end', () => {
  const db = trialStore()
  fillStore(db, 7, 1)
  const first = list(db, null, 3)
  const second = list(db, ids(first).at(-1), 3)
  const third = list(db, ids(second).at(-1), 3)
  expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false])
  expect([first, second, third].flatMap(ids)).toEqual(ids(list(db)))
  expect(list(db, null, 7).hasMore).toBe(false)
})

test('10,000 sessions with 100,000 takes can be paged, searched and opened', () => {
  const db = memoryStore()
  savePack(db, packOf(Array.from({ length: 19 }, (_, index) => packQuestion(`q${String(index)}`))))
  fillStore(db, 10_000, 10)

  const seen = new Set<string>()
  let before: string | null = null
  do {
    const page: ReturnType<typeof listSessions> = listSessions(db, {
      query: '',
      before,
      limit: 200,
    })
    for (const { id, takeCount } of page.sessions) {
      expect(takeCount).toBe(10)
      seen.add(id)
    }
    before = page.hasMore ? (page.sessions.at(-1)?.id ?? null) : null
  } while (before !== null)
  expect(seen.size).toBe(10_000)

  const found = listSessions(db, { query: 'session 777 fast', before: null, limit: 50 }).sessions
  expect(found.map(({ matches }) => matches[0]?.excerpt)).toContain(
    'Too fast at the end, session 777',
  )
  expect(found).toHaveLength(11)
  expect(openSession(db, { sessionId: found[0]?.id ?? '' }).takeCount).toBe(10)
}, 60_000)
