import { open, readFile, rm, stat } from 'node:fs/promises'
import type { Take } from '../../shared/model'
import { peaksDurationMs } from '../../shared/peaks'
import { isThere, renameFile, syncFolder } from '../disk/durableFiles'
import type { Database } from '../store/database/database'
import { findTake, markTakeDamaged, markTakeReady, removeTakeRow } from '../store/takes/takes'
import type { TakeFiles, TakeRef } from './takeFiles'
import type { RecordKeeper } from '../records/recordKeeper'
import type { RemuxResult } from '../sound/remux'
import type { Remuxer } from '../sound/remuxer'
import type { CopyWhileRecording } from './copyWhileRecording'

export interface FinishTools {
  db: Database
  files: TakeFiles
  remuxer: Remuxer
  records: RecordKeeper
}

/** The head of a WebM file alone has some 200 bytes; whatever is below this holds no word. */
const SOUNDLESS_BYTES = 1024

/**
 * Makes a playable take out of a recording that is closed. The order is what keeps it safe: at
 * every moment either the recording or its finished copy is complete on the disk, and the row says
 * so only afterwards. Killed anywhere, it can be run again from the start.
 * @param copy what was copied while it was being recorded, if it was
 * @throws the file system's or the store's error; the recording is then still there
 */
export async function finishTake(
  tools: FinishTools,
  take: Take,
  copy?: CopyWhileRecording,
): Promise<Take> {
  return tools.files.inTurn(take.id, async () => {
    const finished = finishedMeanwhile(tools, take)
    return finished ?? keep(tools, refOf(take), await examine(tools, refOf(take), copy))
  })
}

/** The same, but answers null for a recording without any sound, and forgets it. */
export async function finishTakeWithSound(
  tools: FinishTools,
  take: Take,
  copy?: CopyWhileRecording,
): Promise<Take | null> {
  const ref = refOf(take)
  return tools.files.inTurn(take.id, async () => {
    const finished = finishedMeanwhile(tools, take)
    if (finished) return finished
    const recording = await examine(tools, ref, copy)
    if (recording.result.kind === 'empty' && recording.sizeBytes < SOUNDLESS_BYTES) {
      tools.files.removeTake(ref)
      removeTakeRow(tools.db, ref.takeId)
      return null
    }
    return keep(tools, ref, recording)
  })
}

/** By somebody else: the recovery after a crash, and the page, may both want to finish a take. */
function finishedMeanwhile({ db }: FinishTools, { id }: Take): Take | null {
  const take = findTake(db, id)
  return take && take.state !== 'recording' ? take : null
}

function refOf(take: Take): TakeRef {
  return { takeId: take.id, sessionId: take.sessionId }
}

interface Recording {
  /** The file that holds it: a kill may have come between its last renaming and the row. */
  source: string
  sizeBytes: number
  result: RemuxResult
}

async function examine(
  { files, remuxer }: FinishTools,
  ref: TakeRef,
  copy: CopyWhileRecording | undefined,
): Promise<Recording> {
  const source = await sourceOf({ files, remuxer }, ref)
  if (source === null) return { source: '', sizeBytes: 0, result: { kind: 'empty' } }
  await syncFile(source)
  const { size: sizeBytes } = await stat(source)
  const copiedMs = await copy?.finish(sizeBytes)
  if (copiedMs) return { source, sizeBytes, result: { kind: 'copied', durationMs: copiedMs } }
  try {
    return { source, sizeBytes, result: await remuxer.remux(source, files.draft(ref)) }
  } catch (error) {
    // The sound itself may well be fine: keep it as it is, as long as the peaks say it is.
    const durationMs = await outlineMs(files, ref)
    const result: RemuxResult =
      durationMs > 0 ? { kind: 'kept', durationMs, reason: String(error) } : { kind: 'empty' }
    return { source, sizeBytes, result }
  }
}

/** A kill may have left both the recording and its finished copy: whichever has more of it counts. */
async function sourceOf(
  { files, remuxer }: Pick<FinishTools, 'files' | 'remuxer'>,
  ref: TakeRef,
): Promise<string | null> {
  const [first, second] = [files.part(ref), files.audio(ref)].filter(isThere)
  if (first === undefined || second === undefined) return first ?? null
  const [partMs, audioMs] = await Promise.all([
    remuxer.readableMs(first).catch(() => 0),
    remuxer.readableMs(second).catch(() => 0),
  ])
  return audioMs > partMs ? second : first
}

async function keep(tools: FinishTools, ref: TakeRef, recording: Recording): Promise<Take> {
  const { files, db } = tools
  const { source, result } = recording
  const audio = files.audio(ref)
  if (result.kind === 'kept') console.error(`Take ${ref.takeId} keeps its file: ${result.reason}`)

  const finished = result.kind === 'copied' ? files.draft(ref) : source
  if (finished !== '' && finished !== audio) {
    await renameFile(finished, audio).catch(async (error: unknown) => {
      await rm(files.draft(ref), { force: true }).catch(() => {})
      throw error
    })
  }
  if (finished !== '') await syncFolder(files.folder(ref.sessionId))
  // Of no use by now. They go before the row, so that no kill leaves them beside a finished take.
  for (const leftover of [files.part(ref), files.draft(ref)]) {
    await rm(leftover, { force: true }).catch(() => {})
  }

  const sizeBytes = finished === '' ? 0 : (await stat(audio)).size
  const take =
    result.kind === 'empty'
      ? markTakeDamaged(db, { takeId: ref.takeId, durationMs: 0, sizeBytes })
      : markTakeReady(db, { takeId: ref.takeId, durationMs: result.durationMs, sizeBytes })
  return take
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function outlineMs(files: TakeFiles, ref: TakeRef): Promise<number> {
  const bytes = await readFile(files.peaks(ref)).catch(() => new Uint8Array())
  return peaksDurationMs(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
