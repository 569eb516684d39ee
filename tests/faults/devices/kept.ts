import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { SPEECH_FILE } from '../../helpers/launch'
import { readTake, storedTakes, type StoredTake } from '../../helpers/library'
import { correlate, decode } from '../../helpers/sound'
import type { Sound } from '../../helpers/wav'

/** Enough to tell what was said; the higher the rate, the longer the comparing. */
const RATE_HZ = 8000
const PIECE_MS = 500

/** What is on the disk of the one take of a test, and what was said in front of the microphone. */
export interface Kept {
  take: StoredTake
  sound: Sound
  speech: Sound
  /** By what can be decoded. */
  keptMs: number
}

export async function keptTake(page: Page, dataFolder: string): Promise<Kept> {
  const takes = storedTakes(dataFolder)
  expect(takes).toHaveLength(1)
  const [take] = takes
  expect(take).toMatchObject({ state: 'ready' })
  return keptIn(page, dataFolder, take!)
}

/** The same of one of several takes. */
export async function keptIn(page: Page, dataFolder: string, take: StoredTake): Promise<Kept> {
  const sound = await decode(page, readTake(dataFolder, take), RATE_HZ)
  const speech = await decode(page, readFileSync(SPEECH_FILE), RATE_HZ)
  return { take, sound, speech, keptMs: (sound.samples.length / RATE_HZ) * 1000 }
}

/** Alone on the machine it is 0.96 and more; what has nothing to do with it stays below 0.2. */
export const THE_SAME_FROM = 0.5

/**
 * How much the take is like the speech from here to there: 1 is the same sound, 0 has nothing to do
 * with it. The middle one of short pieces: a buffer that ran dry on a busy machine moves what
 * follows by a few milliseconds, and that is about the machine.
 */
export function likeness({ sound, speech }: Kept, fromMs: number, toMs: number): number {
  const all: number[] = []
  for (let ms = fromMs; ms + PIECE_MS <= toMs; ms += PIECE_MS) {
    const piece = part(sound, ms, ms + PIECE_MS)
    all.push(correlate(piece.samples, speech.samples).correlation)
  }
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

/** The sound from here to there. */
export function part({ samples, sampleRate }: Sound, fromMs: number, toMs: number): Sound {
  const at = (ms: number) => Math.round((ms / 1000) * sampleRate)
  return { sampleRate, samples: samples.slice(at(fromMs), at(toMs)) }
}
