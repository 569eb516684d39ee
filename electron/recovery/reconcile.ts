import { statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isEnded } from '../../shared/endedTake'
import { isThere } from '../disk/durableFiles'
import { adoptSession, adoptTake, closeByRecord } from './adoptRecord'
import { hasSession } from '../records/records'
import { setTakeRecovered } from './recoveredTakes'
import { writeRevision } from '../store/database/revisions'
import { findTake } from '../store/takes/takes'
import { examineTake } from '../takes/examineTake'
import type { TakeRef } from '../takes/takeFiles'
import { finishTakeWithSound, type FinishTools } from '../takes/finishTake'
import { readSessionRecord, readTakeRecord } from '../records/recordKeeper'
import { adoptStrayQuestion, straySession, strayTake } from './strays'
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
  { unknown, doubtful, unrecorded }: SurveyResult,
): Promise<{ foundCount: number; changedCount: number }> {
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
    const session = readSessionRecord(files, ref.sessionId)
    adoptSession(db, session ?? straySession(ref.sessionId, record.questionId))
  }
  adoptStrayQuestion(db, record.questionId)
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

/** One that fails is left for the next start; the others have their turn all the same. */
function notYet({ takeId }: TakeRef, error: unknown): void {
  console.error(`Take ${takeId} was not reconciled`, error)
}
