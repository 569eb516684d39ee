import { statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isEnded } from '../../shared/endedTake'
import { isThere } from '../disk/durableFiles'
import {
  adoptQuestion,
  adoptQuestionText,
  adoptSession,
  adoptTake,
  closeByRecord,
} from './adoptRecord'
import { hasQuestion } from '../records/questionRecord'
import { readQuestionRecord, readSessionRecord, readTakeRecord } from '../records/readRecords'
import { hasSession, type SessionRecord } from '../records/sessionRecord'
import { setTakeRecovered } from './recoveredTakes'
import type { Database } from '../store/database/database'
import { writeRevision } from '../store/database/revisions'
import { findTake } from '../store/takes/takes'
import { examineTake } from '../takes/examineTake'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'
import { finishTakeWithSound, type FinishTools } from '../takes/finishTake'
import { adoptStrayQuestion, straySession, strayTake } from './strayRecords'
import type { SurveyResult } from './survey'

/** How many takes get their rows in one commit, for which the disk is waited for. */
const BATCH = 50

/**
 * Makes the database agree with the files again: sound without a row gets its row back, a take
 * whose file is not what it was is looked at, a missing record is written. Nothing is removed.
 * @returns how many takes were found, and how many are not what they were
 */
export async function reconcile(
  tools: FinishTools,
  found: SurveyResult,
): Promise<{ foundCount: number; changedCount: number }> {
  const { unknown, doubtful, unrecorded, unrecordedSessions, unrecordedQuestions } = found
  let foundCount = 0
  // In the order in which they were recorded, so that numbers are given out in that order too.
  const inOrder = unknown.toSorted((one, other) => (one.takeId < other.takeId ? -1 : 1))
  for (let at = 0; at < inOrder.length; at += BATCH) {
    foundCount += await findAgain(tools, inOrder.slice(at, at + BATCH))
  }
  let changedCount = 0
  await each(doubtful, async ({ takeId }) => {
    const before = findTake(tools.db, takeId)
    if (!before) return
    const after = await examineTake(tools, takeId)
    const lengths = [before, after].map((take) => isEnded(take) && take.durationMs)
    if (before.state !== after.state || lengths[0] !== lengths[1]) changedCount += 1
  })
  await each(unrecorded, ({ takeId }) => tools.records.writeTake(takeId))
  for (const sessionId of unrecordedSessions) tools.records.writeLater('session', sessionId)
  for (const questionId of unrecordedQuestions) reconcileQuestion(tools, questionId)
  if (!found.isLibraryRecorded) tools.records.writeLibrary()
  return { foundCount, changedCount }
}

/** Others get their turn after each. */
async function each(
  refs: readonly TakeRef[],
  work: (ref: TakeRef) => Promise<void> | void,
): Promise<void> {
  for (const ref of refs) {
    try {
      await work(ref)
    } catch (error) {
      notYet(ref, error)
    }
    await nextTurn()
  }
}

/** Gives sound its rows back. @returns how many takes were found */
async function findAgain(tools: FinishTools, refs: readonly TakeRef[]): Promise<number> {
  const closed: TakeRef[] = []
  const open: TakeRef[] = []
  const adoptAll = tools.db.transaction(() => {
    for (const ref of refs) {
      try {
        const isClosed = adopt(tools, ref)
        if (isClosed !== null) (isClosed ? closed : open).push(ref)
      } catch (error) {
        notYet(ref, error)
      }
    }
  })
  adoptAll.immediate()
  let foundCount = closed.length
  await each(open, async ({ takeId }) => {
    const take = findTake(tools.db, takeId)
    if (take && (await finishTakeWithSound(tools, take))) foundCount += 1
  })
  await nextTurn()
  return foundCount
}

/**
 * Makes the rows of a take; what its record knows of a finished file is believed.
 * @returns whether it is closed, or null when it has its rows or, by now, no sound
 */
function adopt({ db, files }: FinishTools, ref: TakeRef): boolean | null {
  const sizeBytes = statSync(files.audio(ref), { throwIfNoEntry: false })?.size
  const hasPart = isThere(files.part(ref))
  // It may have been deleted, or taken back, since the folders were looked through.
  if (findTake(db, ref.takeId) || (sizeBytes === undefined && !hasPart)) return null
  const record = readTakeRecord(files, ref) ?? strayTake(ref)
  if (!hasSession(db, ref.sessionId)) {
    const session =
      readSessionRecord(files, ref.sessionId) ?? straySession(ref.sessionId, record.questionId)
    for (const question of session.questions) findQuestion(db, files, question, session.pack)
    adoptSession(db, session)
  }
  findQuestion(db, files, { id: record.questionId }, null)
  adoptTake(db, record)
  const isFinished = sizeBytes !== undefined && (sizeBytes > 0 || !hasPart)
  if (record.durationMs !== null && isFinished) {
    // Not a word of it may be left, but what was written about it is.
    closeByRecord(db, { ...record, isDamaged: record.isDamaged || sizeBytes === 0 }, sizeBytes)
    // It is still what its record says: nobody has changed it here.
    writeRevision(db, 'takes', ref.takeId, record.revision)
    return true
  }
  if (hasPart) setTakeRecovered(db, { takeId: ref.takeId, isRecovered: true })
  return false
}

/** A record without a row: somebody has put an older database there. Unless it was deleted. */
function reconcileQuestion({ db, files, records }: FinishTools, questionId: string): void {
  const record = hasQuestion(db, questionId) ? null : readQuestionRecord(files, questionId)
  if (record && !isGone(db, questionId)) {
    // What a pack of the app does not have any more does not return to it; one's own have no file.
    const isRetired = record.isRetired || isFromFile(db, record.pack.id)
    adoptQuestion(db, { ...record, isRetired })
  } else {
    records.writeLater('question', questionId)
  }
}

function isGone(db: Database, id: string): boolean {
  return db.prepare('SELECT 1 FROM tombstones WHERE id = ?').get(id) !== undefined
}

function isFromFile(db: Database, packId: string): boolean {
  return db.prepare("SELECT 1 FROM packs WHERE id = ? AND digest <> ''").get(packId) !== undefined
}

/** By its own record; records of sessions had its words once; else nothing is left but its id. */
function findQuestion(
  db: Database,
  files: TakeFiles,
  { id, question }: SessionRecord['questions'][number],
  pack: SessionRecord['pack'],
): void {
  if (hasQuestion(db, id)) return
  const record = readQuestionRecord(files, id)
  if (record) adoptQuestion(db, record)
  else if (question !== undefined && pack) adoptQuestionText(db, pack, { id, question })
  else adoptStrayQuestion(db, id)
}

/** One that fails is left for the next start; the others have their turn all the same. */
function notYet({ takeId }: TakeRef, error: unknown): void {
  console.error(`Take ${takeId} was not reconciled`, error)
}
