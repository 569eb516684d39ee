import { readFileSync } from 'node:fs'
import * as ort from 'onnxruntime-web/wasm'
import { expect, test } from 'vitest'
import { modelFile } from '../../../../electron/measures/silero/modelFile'
import { CHUNK_SAMPLES, SileroNetwork } from '../../../../electron/measures/silero/network'
import { readWeights } from '../../../../electron/measures/silero/weights'
import { Resampler } from '../../../../electron/measures/signal/resampler'
import { readWav } from '../../../helpers/wav'

const CONTEXT_SAMPLES = 64
const CHUNKS = 150

/** Speech at 16 kHz, in the pieces that the network wants. */
function speechChunks(): Float32Array[] {
  const { samples, sampleRate } = readWav('tests/fixtures/speech.wav')
  const speech = new Resampler(sampleRate, 16_000).process(samples)
  return Array.from({ length: CHUNKS }, (_, index) =>
    speech.slice(index * CHUNK_SAMPLES, (index + 1) * CHUNK_SAMPLES),
  )
}

/** What the general runtime makes of it, given the same file. */
async function byOnnxRuntime(chunks: readonly Float32Array[]): Promise<number[]> {
  ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(readFileSync(modelFile()))
  const sr = new ort.Tensor('int64', [16_000n], [])
  const input = new Float32Array(CONTEXT_SAMPLES + CHUNK_SAMPLES)
  let state: ort.Tensor = new ort.Tensor('float32', new Float32Array(256), [2, 1, 128])
  const probabilities: number[] = []
  for (const chunk of chunks) {
    input.copyWithin(0, CHUNK_SAMPLES)
    input.set(chunk, CONTEXT_SAMPLES)
    const tensor = new ort.Tensor('float32', input.slice(), [1, input.length])
    const result = await session.run({ input: tensor, state, sr })
    state = result['stateN']!
    probabilities.push(Number(result['output']!.data[0]))
  }
  return probabilities
}

test('our network says the same as the general runtime', async () => {
  const chunks = speechChunks()
  const network = new SileroNetwork(readWeights(readFileSync(modelFile())))
  const ours = chunks.map((chunk) => network.probability(chunk))
  const theirs = await byOnnxRuntime(chunks)
  ours.forEach((probability, index) => expect(probability).toBeCloseTo(theirs[index]!, 4))
  expect(Math.max(...ours)).toBeGreaterThan(0.95)
  expect(Math.min(...ours)).toBeLessThan(0.05)
})

test('what is no model is refused', () => {
  const model = readFileSync(modelFile())
  expect(() => readWeights(model.subarray(0, 100_000))).toThrow('cut off')
  expect(() => new SileroNetwork(readWeights(new Uint8Array()))).toThrow('The model has no')
})
