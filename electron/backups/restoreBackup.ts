import { isDeepStrictEqual } from 'node:util'
import type { RestoreChanges } from '../../shared/backup'
import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { fittingFields, belongingsOf, restoreBelongings } from '../belongings/walkBelongings'
import { mergeTakes } from '../records/mergeRecords'
import { sessionRecord } from '../records/sessionRecord'
import { allTakeRecords, takeRecord, type TakeRecord } from '../records/takeRecord'
import { adoptTake, closeByRecord } from '../recovery/adoptRecord'
import { applyTakeRecord } from '../recovery/applyRecord'
import type { Database } from '../store/database/database'
import type { StoredInterview } from '../store/interviews/interviewRows'
import { isOwn, readLibrary } from '../store/database/revisions'
import { KEPT } from '../store/takes/takeRows'
import { setBestTake } from '../store/takes/takes'
import { bringInterviewsBack, interviewsToBringBack } from './restoreInterviews'
import { planQuestions, restoreQuestions, type QuestionStep } from './restoreQuestions'
import { bringSessionBack, sessionsToBringBack } from './restoreSessions'

/** How many bytes of sound there are of a take; null when there is none any more. */
export type SoundOf = (take: TakeRecord) => number | null

/** What is to be done about one take of the backup. */
type Step =
  | { kind: 'bring-back'; take: TakeRecord; sizeBytes: number }
  | { kind: 'without-sound' }
  | { kind: 'change'; take: TakeRecord }
  /** Nobody can tell which of two libraries is the newer one: what both say. */
  | { kind: 'merge'; take: TakeRecord }

/** What restoring would change. Only reads. */
export function previewRestore(db: Database, backup: Database, soundOf: SoundOf): RestoreChanges {
  return plan(db, backup, soundOf).changes
}

/**
 * Brings back what the backup holds: its interviews, sessions and takes that are gone, as far as there is sound
 * of them, and the notes, ratings and best takes as they were. What is not in it stays, and what the
 * backup of another library says of a take joins what is said of it here. All of it or, when
 * anything fails, nothing.
 */
export function restoreBackup(db: Database, backup: Database, soundOf: SoundOf): RestoreChanges {
  const { changes, questionSteps, interviews, steps, sessionIds } = plan(db, backup, soundOf)
  const takes = steps.flatMap((step) => ('take' in step ? [step.take] : []))
  const apply = db.transaction(() => {
    restoreQuestions(db, backup, questionSteps)
    bringInterviewsBack(db, interviews)
    for (const sessionId of sessionIds) bringSessionBack(db, sessionRecord(backup, sessionId))
    for (const step of steps) {
      if (step.kind === 'bring-back') bringBack(db, step)
      // Its place as best one follows when every take has given up its own.
      if (step.kind === 'change') applyTakeRecord(db, { ...step.take, isBest: false }, 'counted')
      if (step.kind === 'merge') applyTakeRecord(db, step.take, 'counted')
    }
    for (const { id: takeId } of takes.filter(({ isBest }) => isBest)) {
      setBestTake(db, { takeId, isBest: true })
    }
  })
  apply.immediate()
  return changes
}

interface Plan {
  changes: RestoreChanges
  questionSteps: QuestionStep[]
  interviews: StoredInterview[]
  steps: Step[]
  sessionIds: string[]
}

function plan(db: Database, backup: Database, soundOf: SoundOf): Plan {
  const shownThen = new Set(shownTakeIds(backup))
  const isOfAnother = isOfAnotherLibrary(db, backup)
  const steps: Step[] = []
  for (const record of allTakeRecords(backup)) {
    if (!shownThen.has(record.id)) continue
    const take = { ...record, isBest: record.isBest && !hasNewerBest(db, record, shownThen) }
    const now = takeRecord(db, take.id)
    const step = now ? changeOf(db, now, take, isOfAnother) : bringBackOf(take, soundOf)
    if (step) steps.push(step)
  }
  const sessionIds = sessionsToBringBack(
    db,
    backup,
    steps.flatMap((step) => ('take' in step ? [step.take.sessionId] : [])),
  )
  const count = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length
  const questionSteps = planQuestions(db, backup)
  const interviews = interviewsToBringBack(db, backup)
  const countQuestions = (...kinds: QuestionStep['kind'][]): number =>
    questionSteps.filter(({ kind }) => kinds.includes(kind)).length
  const changes = {
    questionsBack: countQuestions('bring-back', 'show'),
    questionsMerged: countQuestions('merge'),
    interviewsBack: interviews.length,
    sessionsBack: sessionIds.length,
    takesBack: count('bring-back'),
    takesWithoutSound: count('without-sound'),
    takesChanged: count('change'),
    takesMerged: count('merge'),
    takesKept: shownTakeIds(db).filter((id) => !shownThen.has(id)).length,
  }
  return { changes, questionSteps, interviews, steps, sessionIds }
}

/** What somebody sees of a database: not what they have deleted, or still record. */
function shownTakeIds(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT id FROM takes WHERE ${KEPT}
         AND session_id IN (SELECT id FROM sessions WHERE deleted_at_ms IS NULL)`,
    )
    .pluck()
    .all()
}

/** A take that is newer than the backup and the best one by now stays the best one. */
function hasNewerBest(
  db: Database,
  { sessionId, questionId }: TakeRecord,
  shownThen: ReadonlySet<string>,
): boolean {
  const best = db
    .prepare<[string, string], string>(
      `SELECT id FROM takes
       WHERE session_id = ? AND question_id = ? AND is_best = 1 AND deleted_at_ms IS NULL`,
    )
    .pluck()
    .get(sessionId, questionId)
  return best !== undefined && !shownThen.has(best)
}

function bringBackOf(take: TakeRecord, soundOf: SoundOf): Step {
  const sizeBytes = soundOf(take)
  return sizeBytes === null ? { kind: 'without-sound' } : { kind: 'bring-back', take, sizeBytes }
}

function changeOf(
  db: Database,
  now: TakeRecord,
  then: TakeRecord,
  isOfAnother: boolean,
): Step | null {
  const wanted = isOfAnother ? mergeTakes(now, then) : goneBack(now, then)
  // Together they are more than a take can have: it stays as it is, and the backup where it is.
  if (!wanted) return null
  const take = { ...wanted, ...fittingFields(db, TAKE_BELONGINGS, wanted) }
  if (isDeepStrictEqual(saidIn(now), saidIn(take))) return null
  return { kind: isOfAnother ? 'merge' : 'change', take }
}

function goneBack(now: TakeRecord, then: TakeRecord): TakeRecord | null {
  const parts = restoreBelongings(TAKE_BELONGINGS, now, then)
  return parts && { ...now, ...parts, deletedAtMs: null }
}

function saidIn(record: TakeRecord): unknown {
  return [record.deletedAtMs, belongingsOf(TAKE_BELONGINGS, record)]
}

/** One that was made before changes were counted is believed to be of this one. */
function isOfAnotherLibrary(db: Database, backup: Database): boolean {
  const { id, counter } = readLibrary(backup)
  return counter > 0 && !isOwn(readLibrary(db), { libraryId: id, count: counter })
}

function bringBack(db: Database, { take, sizeBytes }: Extract<Step, { kind: 'bring-back' }>): void {
  adoptTake(db, take)
  closeByRecord(db, take, sizeBytes)
}
