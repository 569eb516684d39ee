import { expect, test } from 'vitest'
import {
  removeInterview,
  setInterviewDeleted,
} from '../../../../electron/store/interviews/hiddenInterviews'
import { listInterviews, saveInterview } from '../../../../electron/store/interviews/interviews'
import { NOW_MS, trialStore } from '../store/fixture'
import { backupOf, NO_CHANGES, restore } from './restoreFixture'

test('interviews that are gone or deleted come back, and the others stay as they are', () => {
  const db = trialStore()
  const save = (where: string, interviewId: string | null = null) =>
    saveInterview(db, { interviewId, where, date: '2026-12-03', scope: null }).id
  const [gone, hidden, changed, unwanted] = [save('Gone'), save('Hidden'), save('Old'), save('No')]
  setInterviewDeleted(db, { interviewId: unwanted, deletedAtMs: NOW_MS })
  const backup = backupOf(db)
  removeInterview(db, gone)
  setInterviewDeleted(db, { interviewId: hidden, deletedAtMs: NOW_MS })
  save('New name', changed)
  save('Later')
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, interviewsBack: 2 })
  expect(listInterviews(db).map(({ where }) => where)).toEqual([
    'Gone',
    'Hidden',
    'New name',
    'Later',
  ])
  expect(restore(db, backup)).toEqual(NO_CHANGES)
})
