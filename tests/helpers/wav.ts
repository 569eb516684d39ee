import { readFileSync } from 'node:fs'

export interface Sound {
  sampleRate: number
  samples: Float32Array
}

/**
 * Reads 16-bit mono WAV, the kind that the fixtures are.
 * @throws {Error} for any other kind.
 */
export function readWav(file: string): Sound {
  const bytes = readFileSync(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint16(22, true) !== 1 || view.getUint16(34, true) !== 16) {
    throw new Error(`${file} is not 16-bit mono`)
  }
  const data = bytes.indexOf('data')
  const samples = new Float32Array(view.getUint32(data + 4, true) / 2)
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = view.getInt16(data + 8 + index * 2, true) / 32768
  }
  return { sampleRate: view.getUint32(24, true), samples }
}

/** A 16-bit mono WAV of zeros: what a dead microphone sends. */
export function silentWav({
  seconds,
  sampleRate,
}: {
  seconds: number
  sampleRate: number
}): Uint8Array {
  return writeWav({ sampleRate, samples: new Float32Array(seconds * sampleRate) })
}

/** A sound as a 16-bit mono WAV; what is louder than full scale is cut off. */
export function writeWav({ samples, sampleRate }: Sound): Uint8Array {
  const dataBytes = samples.length * 2
  const bytes = new Uint8Array(44 + dataBytes)
  const view = new DataView(bytes.buffer)
  const word = (offset: number, text: string) => bytes.set(Buffer.from(text, 'latin1'), offset)
  word(0, 'RIFF')
  view.setUint32(4, 36 + dataBytes, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, dataBytes, true)
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample))
    view.setInt16(44 + index * 2, Math.round(clipped * 32_767), true)
  })
  return bytes
}
