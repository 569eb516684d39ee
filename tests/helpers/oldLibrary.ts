import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Backup } from '../../shared/backup'
import type { Mark } from '../../shared/marks'
import type { Measures } from '../../shared/measures'
import type { Processing, Question } from '../../shared/model'
import type { Choice } from '../../shared/questionHistory'
import type { Rubric } from '../../shared/rubric'

const FIXTURE = resolve('tests/fixtures/library-0.1.0')

export interface OldSession {
  id: string
  packId: string
  startedAtMs: number
  finishedAtMs: number | null
  currentQuestionId: string
  deletedAtMs: number | null
  questionIds: string[]
}

export interface OldTake {
  id: string
  sessionId: string
  questionId: string
  number: number
  state: 'recording' | 'ready' | 'damaged'
  startedAtMs: number
  durationMs: number | null
  microphone: string
  processing: Processing
  isBest: boolean
  rating: number | null
  notes: string
  isRecovered: boolean
  deletedAtMs: number | null
  marks: Mark[]
  rubric: Rubric | null
  measures: Measures | null
  /** Of each of its files; null where there is none. */
  sha256: Record<SoundFile, string | null>
}

type SoundFile = 'webm' | 'part' | 'peaks'

/** What is in the library that Soundcheck 0.1.0 has made; see the README beside it. */
export interface OldContents {
  settings: Record<string, unknown>
  packs: { id: string; title: string }[]
  questions: Question[]
  sessions: OldSession[]
  takes: OldTake[]
  choices: Choice[]
  tombstones: string[]
  backups: { name: Backup['name']; version: number; sessions?: number; takes?: number }[]
}

export const OLD_CONTENTS = JSON.parse(
  readFileSync(join(FIXTURE, 'contents.json'), 'utf8'),
) as OldContents

/** Puts a copy of that library into a data folder. */
export function copyOldLibrary(dataFolder: string): void {
  cpSync(join(FIXTURE, 'data'), dataFolder, { recursive: true })
}

/** What is in a take's files now. */
export function soundDigests(dataFolder: string, take: OldTake): OldTake['sha256'] {
  const digest = (ending: SoundFile): string | null => {
    const file = join(dataFolder, 'takes', take.sessionId, `${take.id}.${ending}`)
    return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null
  }
  return { webm: digest('webm'), part: digest('part'), peaks: digest('peaks') }
}
