import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { FilePathSource, Input, WEBM } from 'mediabunny'
import type { DatabaseHealth } from '../../../../electron/library/databaseHealth'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import type { Database } from '../../../../electron/store/database/database'
import { markTakeReady, setTakeNotes } from '../../../../electron/store/takes/takes'
import { TakeFiles, type TakeRef } from '../../../../electron/takes/takeFiles'
import type { FinishTools } from '../../../../electron/takes/finishTake'
import { follow, tell } from '../../../../electron/sound/followRecording'
import { Purge } from '../../../../electron/takes/purge'
import { RecordKeeper } from '../../../../electron/records/recordKeeper'
import { readableMs, remux } from '../../../../electron/sound/remux'
import type { Remuxer } from '../../../../electron/sound/remuxer'
import type { Take } from '../../../../shared/model'
import { beginTake, start, temporaryFolder, trialStore, trialStoreIn } from '../store/fixture'

/** What a MediaRecorder gave in five seconds: 83 packets of 60 ms, no length, no index. */
export const RECORDING = resolve('tests/fixtures/chunked.webm')
export const RECORDING_MS = 4980

/** Remuxes right here, without a thread. */
export const directRemuxer: Remuxer = { warmUp: () => {}, remux, readableMs, follow, tell }

/** What is known of a database that nobody has found damaged; a test can change its mind. */
export function healthy(): { isDamaged: boolean; hear: DatabaseHealth['hear'] } {
  return { isDamaged: false, hear: () => {} }
}

/** Removes what is deleted, where there are no backups. */
export function purgeIn(
  { db, files }: Pick<Studio, 'db' | 'files'>,
  { scrub = () => Promise.resolve(false), health = healthy() } = {},
): Purge {
  return new Purge(db, files, scrub, health)
}

/** A store with one session, an empty data folder, and what finishes takes. */
export interface Studio extends FinishTools {
  dataFolder: string
  sessionId: string
  whileRecording: { holdFor: (takeId: string) => void; releaseFor: (takeId: string) => void }[]
}

export function studio(remuxer: Remuxer = directRemuxer, health = healthy()): Studio {
  return studioOf(trialStore(), temporaryFolder(), remuxer, health)
}

/** The same with its database in a file of the data folder, as the app has it. */
export function studioOnDisk(dataFolder = temporaryFolder()): Studio {
  return studioOf(trialStoreIn(dataFolder), dataFolder, directRemuxer)
}

function studioOf(db: Database, dataFolder: string, remuxer: Remuxer, health = healthy()): Studio {
  const files = new TakeFiles(dataFolderAt(dataFolder))
  const records = new RecordKeeper(db, files, health)
  // What a test leaves to be written later would meet a closed database.
  onTestFinished(() => records.flush())
  const whileRecording = [{ holdFor: () => {}, releaseFor: () => {} }]
  return { db, dataFolder, remuxer, files, records, whileRecording, sessionId: start(db).id }
}

/** The same data folder with another database, which knows none of its takes. */
export function withLostDatabase(room: Studio): Studio {
  room.records.flush()
  return studioOf(trialStore(), room.dataFolder, room.remuxer)
}

/** A finished take as the app leaves it: its row, its sound, its peaks, and its record. */
export function storedTake(room: Studio, { questionId = 'trial/alpha', notes = '' } = {}): Take {
  const { db, files, records, sessionId } = room
  const { id: takeId } = beginTake(db, sessionId, questionId)
  mkdirSync(files.folder(sessionId), { recursive: true })
  copyFileSync(RECORDING, files.audio({ takeId, sessionId }))
  writeFileSync(files.peaks({ takeId, sessionId }), new Uint8Array(500))
  const sizeBytes = statSync(RECORDING).size
  const take = markTakeReady(db, { takeId, durationMs: RECORDING_MS, sizeBytes })
  if (notes !== '') setTakeNotes(db, { takeId, notes })
  records.flush()
  return { ...take, notes }
}

export function refOf(take: Take): TakeRef {
  return { takeId: take.id, sessionId: take.sessionId }
}

/** The recording in pieces of at most so many bytes, the first of them of one byte. */
export function chunks(size = 4000): Uint8Array[] {
  const bytes = new Uint8Array(readFileSync(RECORDING))
  const pieces = [bytes.subarray(0, 1)]
  for (let at = 1; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return pieces
}

/** A take as a crash leaves it: the row says `recording`, and these bytes are in its `.part` file. */
export function crashedTake({ db, files, sessionId }: Studio, bytes: Uint8Array): Take {
  const take = beginTake(db, sessionId)
  mkdirSync(files.folder(sessionId), { recursive: true })
  writeFileSync(files.part(refOf(take)), bytes)
  return take
}

/** A file with the first part of the recording, `share` between 0 and 1. */
export function cutRecording(folder: string, share: number): string {
  const bytes = readFileSync(RECORDING)
  const path = join(folder, 'cut.part')
  writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * share)))
  return path
}

export function copyRecording(folder: string): string {
  const path = join(folder, 'whole.part')
  copyFileSync(RECORDING, path)
  return path
}

/** The length that a WebM file states in its header, in milliseconds; null when it states none. */
export async function statedMs(path: string): Promise<number | null> {
  const input = new Input({ source: new FilePathSource(path), formats: [WEBM] })
  const seconds = await input.getDurationFromMetadata()
  input.dispose()
  return seconds === null ? null : seconds * 1000
}

/** Whether a WebM file has an index to seek by. */
export function hasIndex(path: string): boolean {
  const CUES = Buffer.from([0x1c, 0x53, 0xbb, 0x6b])
  const bytes = readFileSync(path)
  // Once in the table of contents at the front, once where they are.
  return bytes.indexOf(CUES) !== bytes.lastIndexOf(CUES)
}

export function rowCount(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM takes').pluck().get() ?? 0
}
