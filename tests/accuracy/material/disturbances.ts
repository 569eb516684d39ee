import { Random } from '../../faults/random'
import type { Recording, Span } from './recording'
import { RATE_HZ } from './voices'

/** Changes the sound of a recording; what is said when stays true. */
export type Disturbance = (recording: Recording) => Recording

const changed = (recording: Recording, samples: Float32Array): Recording => ({
  ...recording,
  samples,
})

export const clean: Disturbance = (recording) => recording

/** Pink noise, so much quieter than the speech itself. */
export function pinkNoise(snrDb: number): Disturbance {
  return (recording) => {
    const noise = pink(recording.samples.length)
    const noiseRms = speechRms(recording) * 10 ** (-snrDb / 20)
    const level = noiseRms / rms(noise)
    const samples = recording.samples.map((sample, index) => sample + level * (noise[index] ?? 0))
    return { ...recording, samples, firstWordMs: firstAbove(recording, noiseRms) }
  }
}

/** The first 10 ms that are louder than so much. */
function firstAbove({ samples, speech }: Recording, limitRms: number): number {
  const count = RATE_HZ / 100
  let at = Math.round(((speech[0]?.startMs ?? 0) * RATE_HZ) / 1000)
  while (at < samples.length && rms(samples.subarray(at, at + count)) < limitRms) at += count
  return (at * 1000) / RATE_HZ
}

/** Two or three clicks in each gap, as of a mouse or a bad plug. */
export const clicks: Disturbance = (recording) =>
  inGaps(recording, (add, { startMs, endMs }, next) => {
    const count = 2 + Math.floor(next() * 2)
    for (let click = 0; click < count; click += 1) {
      const atMs = startMs + (0.1 + 0.8 * next()) * (endMs - startMs)
      const level = 0.1 + 0.3 * next()
      add(atMs, 4, (time) => level * Math.exp(-time * 2000) * Math.cos(2 * Math.PI * 2500 * time))
    }
  })

/** A beep that lasts most of each gap. */
export const tones: Disturbance = (recording) =>
  inGaps(recording, (add, { startMs, endMs }, next) => {
    const lengthMs = (endMs - startMs) * 0.6
    const hertz = 400 + 800 * next()
    add(startMs + 0.2 * (endMs - startMs), lengthMs, (time) => {
      const fade = Math.min(1, time / 0.01, (lengthMs / 1000 - time) / 0.01)
      return 0.06 * Math.max(0, fade) * Math.sin(2 * Math.PI * hertz * time)
    })
  })

/** Typing: a key goes down and comes up, six times a second. */
export const keyboard: Disturbance = (recording) =>
  inGaps(recording, (add, { startMs, endMs }, next) => {
    for (let atMs = startMs + 40; atMs < endMs - 130; atMs += 130 + 70 * next()) {
      const level = 0.05 + 0.1 * next()
      const knock = (time: number): number =>
        level * Math.exp(-time * 250) * (0.7 * (2 * next() - 1) + 0.3 * Math.sin(time * 2500))
      add(atMs, 25, knock)
      add(atMs + 70 + 20 * next(), 20, (time) => 0.5 * knock(time))
    }
  })

/** So much quieter or louder; what is above full scale is cut off when it is written. */
export function gain(factor: number): Disturbance {
  return (recording) =>
    changed(
      recording,
      recording.samples.map((sample) => sample * factor),
    )
}

/** Speech at so many dBFS. */
export function speechLevel(dbfs: number): Disturbance {
  return (recording) => gain(10 ** (dbfs / 20) / speechRms(recording))(recording)
}

type Add = (atMs: number, lengthMs: number, wave: (seconds: number) => number) => void

function inGaps(
  recording: Recording,
  disturb: (add: Add, gap: Span, next: () => number) => void,
): Recording {
  const samples = recording.samples.slice()
  const random = new Random(recording.samples.length)
  const next = (): number => random.between(0, 1)
  const add: Add = (atMs, lengthMs, wave) => {
    const start = Math.round((atMs * RATE_HZ) / 1000)
    const length = Math.round((lengthMs * RATE_HZ) / 1000)
    for (let index = 0; index < length && start + index < samples.length; index += 1) {
      samples[start + index] = (samples[start + index] ?? 0) + wave(index / RATE_HZ)
    }
  }
  for (const gap of recording.pauses) disturb(add, gap, next)
  return changed(recording, samples)
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
}

function speechRms({ samples, speech }: Recording): number {
  const at = (ms: number): number => Math.round((ms * RATE_HZ) / 1000)
  let sum = 0
  let count = 0
  for (const { startMs, endMs } of speech) {
    for (const sample of samples.subarray(at(startMs), at(endMs))) sum += sample * sample
    count += at(endMs) - at(startMs)
  }
  return Math.sqrt(sum / count)
}

let madeNoise = new Float32Array()

/** It is the same each time, so that it is made once, as long as it is needed. */
function pink(length: number): Float32Array {
  if (madeNoise.length < length) madeNoise = makePink(length)
  return madeNoise.subarray(0, length)
}

/** White noise through Paul Kellet's filter (musicdsp.org, "Pink noise filter"). */
function makePink(length: number): Float32Array<ArrayBuffer> {
  const random = new Random(7)
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616]
  const weights = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898]
  const state = poles.map(() => 0)
  let late = 0
  return Float32Array.from({ length }, () => {
    const white = random.between(-1, 1)
    let sum = late + white * 0.5362
    poles.forEach((pole, index) => {
      state[index] = pole * (state[index] ?? 0) + white * (weights[index] ?? 0)
      sum += state[index]
    })
    late = white * 0.115926
    return sum
  })
}
