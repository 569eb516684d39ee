import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../../faults/random'
import { madeOnce } from './scratch'

const SAMPLE_RATE_HZ = 48_000
const SECONDS = 20
/** How much of each sample is new: leaves out the high tones that no codec keeps. */
const NEW_SHARE = 0.3
const LOUDNESS = 12_000
const HEADER_BYTES = 44

/** A microphone's file in which no moment is like another, so that any piece of it has one place. */
export async function noiseFile(): Promise<string> {
  const folder = await madeOnce('noise', (draft) => writeNoise(join(draft, 'noise.wav')))
  return join(folder, 'noise.wav')
}

function writeNoise(file: string): void {
  const count = SAMPLE_RATE_HZ * SECONDS
  const bytes = Buffer.alloc(HEADER_BYTES + count * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20) // PCM
  bytes.writeUInt16LE(1, 22) // one channel
  bytes.writeUInt32LE(SAMPLE_RATE_HZ, 24)
  bytes.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(count * 2, 40)
  const random = new Random(3)
  let level = 0
  for (let index = 0; index < count; index += 1) {
    level += NEW_SHARE * (random.between(-1, 1) - level)
    bytes.writeInt16LE(Math.round(level * LOUDNESS), HEADER_BYTES + index * 2)
  }
  writeFileSync(file, bytes)
}
