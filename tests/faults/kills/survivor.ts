import { existsSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { SPEECH_FILE } from '../../helpers/launch'
import { readTake, storedTakes, takeFile, type StoredTake } from '../../helpers/library'
import { correlate, decode } from '../../helpers/sound'
import { readWav } from '../../helpers/wav'

/** What a kill left of the take that it ended. */
export interface Survivor {
  take: StoredTake
  /** The length of its sound, by Chromium's decoder. */
  decodedMs: number
}

/** The one take that is new since `known`; null when there is none. */
export function newTake(dataFolder: string, known: ReadonlySet<string>): StoredTake | null {
  const takes = storedTakes(dataFolder)
  const ids = new Set(takes.map(({ id }) => id))
  expect(
    [...known].filter((id) => !ids.has(id)),
    'earlier takes that are gone',
  ).toEqual([])
  const added = takes.filter(({ id }) => !known.has(id))
  expect(added.length, 'takes of one kill').toBeLessThanOrEqual(1)
  return added[0] ?? null
}

/** Checks a take that a kill has ended: it is whole, and its file decodes. */
export async function examine(page: Page, dataFolder: string, take: StoredTake): Promise<Survivor> {
  expect(take.state).toBe('ready')
  for (const extension of ['part', 'draft']) {
    const file = takeFile(dataFolder, take).replace(/webm$/, extension)
    expect(existsSync(file), `${extension} is left`).toBe(false)
  }
  const { samples, sampleRate } = await decode(page, readTake(dataFolder, take), 16_000)
  const decodedMs = (samples.length / sampleRate) * 1000
  expect(Math.abs(decodedMs - take.duration_ms!), 'stored length').toBeLessThan(60)
  return { take, decodedMs }
}

/** How much the first second of a take is what the microphone heard: 1 is the same. */
export async function likeness(page: Page, dataFolder: string, take: StoredTake): Promise<number> {
  const source = readWav(SPEECH_FILE)
  const { samples } = await decode(page, readTake(dataFolder, take), source.sampleRate)
  return correlate(samples.subarray(0, source.sampleRate), source.samples).correlation
}
