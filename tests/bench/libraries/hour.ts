import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { newId } from '../../../electron/store/database/ids'
import { finishSession } from '../../../electron/store/sessions/sessions'
import { startSession } from '../../../electron/store/sessions/startSession'
import { insertRecordingTake, markTakeReady } from '../../../electron/store/takes/takes'
import { remux } from '../../../electron/sound/remux'
import { MADE_UP_MICROPHONE, outlineOf, PACK_ID, RECORDING_MS } from '../../faults/speech'
import { emptyLibrary, withDatabase } from './libraries'
import { madeOnce } from './scratch'

export const HOUR_MS = 3_600_000

/** The head of a WebM file stands before its first cluster, once in a file. */
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75])

/** The five seconds of the fixture: the head of a file, and the sound that can follow itself. */
export function speechParts(): { head: Buffer; sound: Buffer } {
  const recording = readFileSync(resolve('tests/fixtures/chunked.webm'))
  const at = recording.indexOf(CLUSTER)
  return { head: recording.subarray(0, at), sound: recording.subarray(at) }
}

/** A library with one session that has one take of an hour. */
export function libraryWithHour(): Promise<string> {
  return madeOnce('hour', async (folder) => {
    cpSync(await emptyLibrary(), folder, { recursive: true, verbatimSymlinks: true })
    const recording = join(folder, 'recording.part')
    writeRecording(recording)
    const sessionFolder = (sessionId: string) => join(folder, 'takes', sessionId)
    const takeId = newId()
    let sessionId = ''
    withDatabase(folder, (db) => {
      const session = startSession(db, { kind: 'pack', packId: PACK_ID, startedAtMs: Date.now() })
      sessionId = session.id
      insertRecordingTake(db, {
        id: takeId,
        sessionId,
        questionId: session.questions[0]!.id,
        startedAtMs: Date.now(),
        ...MADE_UP_MICROPHONE,
      })
    })
    mkdirSync(sessionFolder(sessionId), { recursive: true })
    const audio = join(sessionFolder(sessionId), `${takeId}.webm`)
    const copied = await remux(recording, audio)
    if (copied.kind !== 'copied') throw new Error(`An hour of sound: ${JSON.stringify(copied)}`)
    rmSync(recording)
    writeFileSync(audio.replace('.webm', '.peaks'), outlineOf(copied.durationMs))
    withDatabase(folder, (db) => {
      markTakeReady(db, { takeId, durationMs: copied.durationMs, sizeBytes: statSync(audio).size })
      finishSession(db, { sessionId, finishedAtMs: Date.now() })
    })
  })
}

/** The five seconds over and over. */
function writeRecording(file: string): void {
  const { head, sound } = speechParts()
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, head)
  for (let ms = 0; ms < HOUR_MS; ms += RECORDING_MS) writeSync(descriptor, sound)
  closeSync(descriptor)
}

/** The file of the library's one take. */
export function hourFile(library: string): string {
  const takes = join(library, 'takes')
  const name = readdirSync(takes, { recursive: true, encoding: 'utf8' }).find((each) =>
    each.endsWith('.webm'),
  )
  if (name === undefined) throw new Error(`No take in ${library}`)
  return join(takes, name)
}
