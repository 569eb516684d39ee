import { copyFileSync, existsSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { belongingsOf } from '../belongings/walkBelongings'
import { mergeQuestions, mergeSessions, mergeTakes } from '../records/mergeRecords'
import { questionRecord, type QuestionRecord } from '../records/questionRecord'
import { readQuestionRecord, readSessionRecord, readTakeRecord } from '../records/readRecords'
import { listSessionIds, sessionRecord, type SessionRecord } from '../records/sessionRecord'
import { allTakeRecords, takeRecord, type TakeRecord } from '../records/takeRecord'
import type { Database } from '../store/database/database'
import { newerOf, type CountedLibrary, type Revision } from '../store/database/revisions'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'
import { adoptQuestion, closeByRecord } from './adoptRecord'
import { applyQuestionRecord, applySessionRecord, applyTakeRecord } from './applyRecord'
import { catchUpLibrary } from './catchUpLibrary'
import type { CaughtUp } from './rescueDatabase'

/**
 * Before a backup, or an empty database, takes the place of a lost one: what was written about its
 * takes, sessions and questions since then, and what was set, is read from the records. What is
 * newer the revisions say alone. Takes without a row are found by their sound; see reconcile.ts.
 * @param library which one it is and what it had counted when the backup was made
 */
export function catchUp(db: Database, files: TakeFiles, library: CountedLibrary): CaughtUp {
  const takes = listTakes(db)
  const caughtUp: CaughtUp = { undecidedTakes: [], unrecordedTakes: [], areSettingsFound: false }
  const apply = db.transaction(() => {
    attempt('the library', () => {
      caughtUp.areSettingsFound = catchUpLibrary(db, files, library)
    })
    for (const questionId of files.records.listQuestionIds()) {
      attempt(`question ${questionId}`, () => {
        const record = readQuestionRecord(files, questionId)
        if (record) catchUpQuestion(db, record, library)
      })
    }
    for (const sessionId of listSessionIds(db)) {
      attempt(`session ${sessionId}`, () => {
        const record = readSessionRecord(files, sessionId)
        if (record) catchUpSession(db, record, library)
      })
    }
    for (const take of takes) {
      attempt(`take ${take.takeId}`, () => catchUpTake(db, files, take, library, caughtUp))
    }
    // What packs of the app say now is newer than what was read of them.
    db.exec("UPDATE packs SET digest = ''")
  })
  apply.immediate()
  return caughtUp
}

interface ListedTake extends TakeRef {
  /** As it was in the backup: giving up its place as best one for another take is a change too. */
  revision: Revision | null
}

function listTakes(db: Database): ListedTake[] {
  return [...allTakeRecords(db)].map(({ id: takeId, sessionId, revision }) => ({
    takeId,
    sessionId,
    revision,
  }))
}

function catchUpQuestion(db: Database, record: QuestionRecord, library: CountedLibrary): void {
  if (adoptQuestion(db, record)) return
  const row = questionRecord(db, record.id)
  if (!row) return
  const newer = newerOf(row.revision, record.revision, library)
  if (newer === 'record') applyQuestionRecord(db, record)
  if (newer !== 'undecided' || isDeepStrictEqual(saidOf(row), saidOf(record))) return
  const both = mergeQuestions(row, record)
  if (both) applyQuestionRecord(db, both, 'counted')
}

function saidOf(record: QuestionRecord): unknown {
  return [record.isDeleted, record.deletedAtMs, belongingsOf(QUESTION_BELONGINGS, record)]
}

function catchUpSession(db: Database, record: SessionRecord, library: CountedLibrary): void {
  const row = sessionRecord(db, record.id)
  if (!row) return
  const newer = newerOf(row.revision, record.revision, library)
  if (newer === 'record') applySessionRecord(db, record)
  const saysTheSame =
    row.finishedAtMs === record.finishedAtMs && row.deletedAtMs === record.deletedAtMs
  // A change of its own: what both said is in no other version.
  if (newer === 'undecided' && !saysTheSame)
    applySessionRecord(db, mergeSessions(row, record), 'counted')
}

function catchUpTake(
  db: Database,
  files: TakeFiles,
  take: ListedTake,
  library: CountedLibrary,
  caughtUp: CaughtUp,
): void {
  const record = readTakeRecord(files, take)
  const row = takeRecord(db, take.takeId)
  const soundBytes = statSync(files.audio(take), { throwIfNoEntry: false })?.size ?? 0
  if (!row) return
  if (!record) {
    if (soundBytes > 0) caughtUp.unrecordedTakes.push(take.takeId)
    return
  }
  const isClosedSince = row.durationMs === null && record.durationMs !== null
  if (isClosedSince && soundBytes > 0) closeByRecord(db, record, soundBytes)

  const newer = newerOf(take.revision, record.revision, library)
  if (newer === 'record') applyTakeRecord(db, record)
  if (newer !== 'undecided' || isDeepStrictEqual(saidIn(row), saidIn(record))) return
  caughtUp.undecidedTakes.push(take.takeId)
  const both = mergeTakes(row, record)
  if (both) applyTakeRecord(db, both, 'counted')
  else keepAside(files, take)
}

/** What a person said of it. */
function saidIn(record: TakeRecord): unknown {
  return [record.isRecovered, record.deletedAtMs, belongingsOf(TAKE_BELONGINGS, record)]
}

/** Together they are more than a take can have: the record stays, under a name that goes with the take. */
function keepAside(files: TakeFiles, take: TakeRef): void {
  const record = files.record(take)
  let number = 1
  while (existsSync(`${record}.${String(number)}`)) number += 1
  copyFileSync(record, `${record}.${String(number)}`)
}

/** A record that cannot be applied is worth less than a backup: the others go on. */
function attempt(what: string, apply: () => void): void {
  try {
    apply()
  } catch (error) {
    console.error(`The record of ${what} was not applied`, error)
  }
}
