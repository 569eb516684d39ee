import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { encodePeak, PEAKS_PER_SECOND } from '../../shared/peaks'

/** What a MediaRecorder gave in five seconds of speech. */
const RECORDING = new Uint8Array(readFileSync(resolve('tests/fixtures/chunked.webm')))
export const RECORDING_MS = 4980

export const PACK_ID = 'backend-developer'

/** What `takes.begin` asks for beside the question. */
export const MADE_UP_MICROPHONE = {
  microphone: 'Made up',
  processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
}

/** A part of a recording as `takes.append` takes it. */
export interface Piece {
  audio: Uint8Array
  peaks: Uint8Array
}

/** Five seconds of speech in so many pieces, in order, with peaks of the same length. */
export function speechIn(count: number): Piece[] {
  return Array.from({ length: count }, (_, index) => ({
    audio: shareOf(RECORDING, index, count),
    peaks: shareOf(outlineOf(RECORDING_MS), index, count),
  }))
}

/** The peaks of a steady voice. */
export function outlineOf(durationMs: number): Uint8Array {
  const pairs = Math.round((durationMs / 1000) * PEAKS_PER_SECOND)
  return Uint8Array.from(Array.from({ length: pairs }, () => encodePeak(-0.3, 0.3)).flat())
}

function shareOf(bytes: Uint8Array, index: number, count: number): Uint8Array {
  const at = (part: number) => Math.round((bytes.length * part) / count)
  return bytes.slice(at(index), at(index + 1))
}
