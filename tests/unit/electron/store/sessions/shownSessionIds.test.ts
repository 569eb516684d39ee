import { expect, test } from 'vitest'
import { listShownSessionIds } from '../../../../../electron/store/sessions/shownSessionIds'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { requests } from '../../../../../shared/contract'
import { fillStore } from '../../../../helpers/fillStore'
import { beginTake, NOW_MS, recordTake, start, trialStore } from '../fixture'

test('the ids are those of the list, in its order', () => {
  const db = trialStore()
  expect(listShownSessionIds(db)).toEqual([])
  fillStore(db, 7, 1)
  const deleted = start(db)
  recordTake(db, deleted.id)
  setSessionDeleted(db, { sessionId: deleted.id, deletedAtMs: NOW_MS })
  beginTake(db, start(db).id)
  recordTake(db, start(db).id)

  const listed = listSessions(db, { query: '', before: null, limit: 50 }).sessions
  expect(listed).toHaveLength(8)
  expect(requests['sessions.ids'].output.parse(listShownSessionIds(db))).toEqual(
    listed.map(({ id }) => id),
  )
})
