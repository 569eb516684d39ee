import { existsSync, statSync } from 'node:fs'
import { isEnded } from '../../shared/endedTake'
import { adoptSession, adoptTake } from '../store/adopt'
import type { TakeRecord } from '../store/records'
import { setTakeRecovered } from '../store/recoveredTakes'
import { findTake, markTakeDamaged, markTakeReady } from '../store/takes'
import { examineTake } from './examine'
import type { TakeRef } from './files'
import { finishTakeWithSound, type FinishTools } from './finish'
import { readSessionRecord, readTakeRecord } from './recordKeeper'
import { adoptStrayQuestion, straySession, strayTake } from './strays'
import type { SurveyResult } from './survey'

/** How many takes are looked at before others get their turn. */
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
  await each(inOrder, async (ref) => {
    if (await findAgain(tools, ref)) foundCount += 1
  })
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

/** One that fails is left for the next start; the others have their turn all the same. */
async function each(
  refs: readonly TakeRef[],
  work: (ref: TakeRef) => Promise<void> | void,
): Promise<void> {
  for (const [index, ref] of refs.entries()) {
    try {
      await work(ref)
    } catch (error) {
      console.error(`Take ${ref.takeId} was not reconciled`, error)
    }
    if (index % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Gives sound its rows back; false when it has them already. */
async function findAgain(tools: FinishTools, ref: TakeRef): Promise<boolean> {
  const { db, files, records } = tools
  if (findTake(db, ref.takeId)) return false
  const known = readTakeRecord(files, ref)
  const record = known ?? strayTake(ref)
  adoptSession(
    db,
    readSessionRecord(files, ref.sessionId) ?? straySession(ref.sessionId, record.questionId),
  )
  if (!known) adoptStrayQuestion(db)
  adoptTake(db, record)
  if (!(await close(tools, ref, record))) return false
  records.takeChanged(ref.takeId)
  return true
}

/** What the record knows of a finished file is believed; anything else is finished now. */
async function close(tools: FinishTools, ref: TakeRef, record: TakeRecord): Promise<boolean> {
  const { db, files } = tools
  const { takeId } = ref
  const isCutShort = existsSync(files.part(ref))
  if (record.durationMs !== null && !isCutShort) {
    const { size: sizeBytes } = statSync(files.audio(ref))
    const closed = { takeId, durationMs: record.durationMs, sizeBytes }
    if (record.isDamaged) markTakeDamaged(db, closed)
    else markTakeReady(db, closed)
    return true
  }
  if (isCutShort) setTakeRecovered(db, { takeId, isRecovered: true })
  const take = findTake(db, takeId)
  return take !== null && (await finishTakeWithSound(tools, take)) !== null
}
