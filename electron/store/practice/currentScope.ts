import { dayOf } from '../../../shared/practice/day'
import type { PracticeScope } from '../../../shared/practice/scope'
import type { Database } from '../database/database'
import { nearestInterview } from '../interviews/interviews'
import { readSettings } from '../settings'

/** What one practises for now: what the nearest interview is for, else what was chosen anyway. */
export function currentScope(db: Database, nowMs: number = Date.now()): PracticeScope | null {
  return nearestInterview(db, dayOf(nowMs))?.scope ?? readSettings(db).practiceScope
}
