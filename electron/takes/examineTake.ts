import { statSync } from 'node:fs'
import { isEnded } from '../../shared/endedTake'
import { AppError } from '../../shared/errors'
import type { Take } from '../../shared/model'
import { forgetMeasures } from '../store/takes/measures'
import { findTake, markTakeDamaged, markTakeReady } from '../store/takes/takes'
import type { FinishTools } from './finishTake'

/** A file that lost less than one packet of the longest kind is as good as whole. */
const TOLERANCE_MS = 120

/**
 * Looks at the file of a finished take and stores what it finds: that it is damaged, or how long
 * it is by what can still be read. The row stays in any case, with its notes and its rating; of a
 * damaged take it also keeps the length that it once had.
 * @throws {AppError} NOT_FOUND @throws the error of whatever kept it from looking; nothing is stored
 */
export async function examineTake(
  { db, files, remuxer }: Pick<FinishTools, 'db' | 'files' | 'remuxer'>,
  takeId: string,
): Promise<Take> {
  const take = findTake(db, takeId)
  if (!take) throw new AppError('NOT_FOUND', `No take ${takeId}`)
  if (!isEnded(take)) return take
  const file = files.audio({ takeId, sessionId: take.sessionId })
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const readableMs = sizeBytes > 0 ? await remuxer.readableMs(file) : 0
  const { durationMs } = take
  const isWhole = Math.abs(readableMs - durationMs) < TOLERANCE_MS
  if (!isWhole) forgetMeasures(db, takeId)
  if (readableMs === 0) return markTakeDamaged(db, { takeId, durationMs, sizeBytes })
  return markTakeReady(db, { takeId, durationMs: isWhole ? durationMs : readableMs, sizeBytes })
}
