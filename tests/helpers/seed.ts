import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { closeDatabase, openDatabase, type Database } from '../../electron/store/database/database'
import { newId } from '../../electron/store/database/ids'
import { finishSession, visitQuestion } from '../../electron/store/sessions/sessions'
import { startSession } from '../../electron/store/sessions/startSession'
import { writeMeasures } from '../../electron/store/takes/measures'
import {
  insertRecordingTake,
  markTakeReady,
  setBestTake,
  setTakeNotes,
  setTakeRating,
} from '../../electron/store/takes/takes'
import { encodePeak, PEAKS_PER_SECOND } from '../../shared/peaks'
import type { Rating, Session } from '../../shared/model'
import { sampleMeasures } from './sampleMeasures'

export const PACK_ID = 'backend-developer'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

const NOTES = [
  'Mention the canal lock project, then the numbers.',
  'Slower at the start. The end landed.',
  '',
  'Say what it cost, not only what it brought.',
  '',
]

/**
 * Fills a data folder that the app has already used once (so that it has its pack) with two weeks
 * of evenings, and one unfinished session with the extremes: a question of 200 characters, an
 * example of 400 words, 60 takes of one question, and one of 45 minutes.
 */
export function seedLibrary(dataFolder: string, nowMs = Date.now()): void {
  const db = openDatabase(join(dataFolder, 'soundcheck.db'))
  try {
    for (let evening = 14; evening >= 1; evening -= 1) {
      const startedAtMs = nowMs - evening * DAY_MS
      const session = startSession(db, { kind: 'pack', packId: PACK_ID, startedAtMs })
      const answered = 2 + ((evening * 7) % 9)
      session.questions.slice(0, answered).forEach((question, index) => {
        for (let number = 1; number <= 1 + ((index + evening) % 3); number += 1) {
          const takeId = addTake(
            db,
            dataFolder,
            session,
            question.id,
            startedAtMs,
            40_000 + index * 9000,
          )
          setTakeRating(db, { takeId, rating: (1 + ((index + number) % 4)) as Rating })
          setTakeNotes(db, { takeId, notes: NOTES[(index + evening) % NOTES.length]! })
          if (number === 2) setBestTake(db, { takeId, isBest: true })
        }
      })
      finishSession(db, { sessionId: session.id, finishedAtMs: startedAtMs + HOUR_MS })
    }
    addExtremes(db, dataFolder, nowMs - 2 * HOUR_MS)
  } finally {
    closeDatabase(db)
  }
}

function addExtremes(db: Database, dataFolder: string, startedAtMs: number): void {
  const session = startSession(db, { kind: 'pack', packId: PACK_ID, startedAtMs })
  const [long, second] = session.questions
  const question =
    'Tell me about a time when two teams needed something different from the same system, what you did to find out what each of them really needed, and how you decided in the end who had to wait and for how long?'
  const example = Array.from(
    { length: 40 },
    () => 'We sat down with both teams and wrote it out.',
  ).join(' ')
  db.prepare(
    'UPDATE questions SET question = ?, short_title = ?, example_answers = ? WHERE id = ?',
  ).run(
    question,
    'Two teams, one system',
    JSON.stringify([
      { label: 'Eight years in, a very long label indeed, logistics', text: example },
    ]),
    long!.id,
  )
  for (let number = 1; number <= 59; number += 1) {
    addTake(db, dataFolder, session, long!.id, startedAtMs, 20_000 + number * 700)
  }
  const longestMs = 45 * 60_000
  const longestId = addTake(db, dataFolder, session, long!.id, startedAtMs, longestMs)
  // Its sound is short: measured, it would be said to be so.
  writeMeasures(
    db,
    longestId,
    sampleMeasures({ durationMs: longestMs, speakingMs: 0.84 * longestMs }),
  )
  addTake(db, dataFolder, session, second!.id, startedAtMs, 61_000)
  visitQuestion(db, { sessionId: session.id, questionId: long!.id })
}

/** A take with peaks of its full length; its sound is the short recording of the fixtures. */
export function addTake(
  db: Database,
  dataFolder: string,
  session: Session,
  questionId: string,
  startedAtMs: number,
  durationMs: number,
): string {
  const takeId = newId()
  const take = { id: takeId, sessionId: session.id, questionId, startedAtMs }
  insertRecordingTake(db, { ...take, microphone: 'Built-in microphone', processing: PROCESSING })
  const audio = join(dataFolder, 'takes', session.id, `${takeId}.webm`)
  mkdirSync(dirname(audio), { recursive: true })
  copyFileSync(resolve('tests/fixtures/chunked.webm'), audio)
  writeFileSync(audio.replace('.webm', '.peaks'), speechLikePeaks(durationMs))
  // The file's own size: another one would have it looked at, and its true length found.
  markTakeReady(db, { takeId, durationMs, sizeBytes: statSync(audio).size })
  return takeId
}

function speechLikePeaks(durationMs: number): Int8Array {
  const pairs = Math.round((durationMs / 1000) * PEAKS_PER_SECOND)
  const peaks = new Int8Array(pairs * 2)
  for (let pair = 0; pair < pairs; pair += 1) {
    const phrase = Math.max(0, Math.sin(pair / 47) + 0.35 * Math.sin(pair / 11))
    const syllable = 0.55 + 0.45 * Math.sin(pair * 1.7)
    const amplitude = 0.02 + 0.5 * phrase * syllable
    peaks.set(encodePeak(-amplitude, amplitude), pair * 2)
  }
  return peaks
}
