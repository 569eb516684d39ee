import { BIN_COUNT, WINDOW_SAMPLES, magnitudes, transform, transformedFrom } from './fourier'
import { Matrices } from './matrices'

/*
 * Silero VAD (https://github.com/snakers4/silero-vad), version 5: how likely it is that somebody
 * speaks. Four overlapping spectra, four convolutions, one LSTM with a memory of what came before.
 * So few layers run as fast here as in a general runtime, which would weigh 14 MB and take half a
 * second to start; a test compares the two.
 */

export const SAMPLE_RATE_HZ = 16_000
/** One answer for each so many samples: 32 ms. */
export const CHUNK_SAMPLES = 512

/** So many samples of the chunk before are looked at again. */
const CONTEXT_SAMPLES = 64
/** The end is mirrored, to fill the last window. */
const MIRRORED_SAMPLES = 64
const WINDOW_STEP = 128
const WINDOW_COUNT = 4
const UNITS = 128
const GATES = 4

export class SileroNetwork {
  readonly #window: Float32Array
  readonly #spectra: readonly Float32Array[]
  readonly #layers: readonly Convolution[]
  readonly #memory: Memory
  readonly #outputWeights: Float32Array
  readonly #outputBias: number

  readonly #samples = new Float32Array(CONTEXT_SAMPLES + CHUNK_SAMPLES + MIRRORED_SAMPLES)
  readonly #real = new Float64Array(WINDOW_SAMPLES)
  readonly #imaginary = new Float64Array(WINDOW_SAMPLES)

  constructor(weights: Map<string, Float32Array>) {
    const values = (name: string): Float32Array => {
      const found = weights.get(name)
      if (!found) throw new Error(`The model has no ${name}`)
      return found
    }
    // Of this the first row is the window times a cosine of 0 Hz: the window itself.
    this.#window = values('stft.forward_basis_buffer').subarray(0, WINDOW_SAMPLES)
    // The rest of it is not needed: the vectors find room in its place.
    const count = [...weights.values()].reduce((sum, { length }) => sum + length, 0)
    const matrices = new Matrices(count)
    this.#spectra = Array.from({ length: WINDOW_COUNT }, () => matrices.vector(BIN_COUNT))
    const layer = (index: number, shape: { moments: number; step: number }): Convolution => {
      const name = `encoder.${String(index)}.reparam_conv`
      const parameters = { weights: values(`${name}.weight`), bias: values(`${name}.bias`) }
      return new Convolution(matrices, parameters, shape)
    }
    this.#layers = [
      layer(0, { moments: 4, step: 1 }),
      layer(1, { moments: 4, step: 2 }),
      layer(2, { moments: 2, step: 2 }),
      layer(3, { moments: 1, step: 1 }),
    ]
    this.#memory = new Memory(matrices, values)
    this.#outputWeights = values('decoder.decoder.2.weight')
    this.#outputBias = values('decoder.decoder.2.bias')[0] ?? 0
  }

  /** How likely it is that there is speech in the next `CHUNK_SAMPLES` samples, 0 to 1. */
  probability(chunk: Float32Array): number {
    this.#takeIn(chunk)
    this.#analyse(0)
    this.#analyse(2)
    let moments = this.#spectra
    for (const layer of this.#layers) {
      layer.run(moments)
      moments = layer.rows
    }
    this.#memory.step(moments[0]!)
    let sum = this.#outputBias
    this.#memory.hidden.forEach((value, unit) => {
      sum += Math.max(0, value) * this.#outputWeights[unit]!
    })
    return sigmoid(sum)
  }

  #takeIn(chunk: Float32Array): void {
    const samples = this.#samples
    const end = CONTEXT_SAMPLES + CHUNK_SAMPLES
    samples.copyWithin(0, CHUNK_SAMPLES, end)
    samples.set(chunk, CONTEXT_SAMPLES)
    for (let index = 0; index < MIRRORED_SAMPLES; index += 1) {
      samples[end + index] = samples[end - 2 - index]!
    }
  }

  /** The spectra of two windows at once, `index` and the next. */
  #analyse(index: number): void {
    const start = index * WINDOW_STEP
    for (let offset = 0; offset < WINDOW_SAMPLES; offset += 1) {
      const from = transformedFrom(offset)
      const weight = this.#window[from]!
      this.#real[offset] = this.#samples[start + from]! * weight
      this.#imaginary[offset] = this.#samples[start + WINDOW_STEP + from]! * weight
    }
    transform(this.#real, this.#imaginary)
    magnitudes(this.#real, this.#imaginary, this.#spectra[index]!, this.#spectra[index + 1]!)
  }
}

/** A convolution over three moments, of which the ones before the first and after the last are 0. */
class Convolution {
  readonly #matrices: Matrices
  readonly #taps: Float32Array[]
  readonly #bias: Float32Array
  readonly #step: number
  /** Its results, one for each moment. */
  readonly rows: readonly Float32Array[]

  constructor(
    matrices: Matrices,
    { weights, bias }: { weights: Float32Array; bias: Float32Array },
    { moments, step }: { moments: number; step: number },
  ) {
    const inputs = weights.length / bias.length / 3
    this.#matrices = matrices
    this.#step = step
    this.#bias = bias
    this.#taps = [0, 1, 2].map((tap) =>
      matrices.matrix(
        bias.length,
        inputs,
        (output, input) => weights[(output * inputs + input) * 3 + tap]!,
      ),
    )
    this.rows = Array.from({ length: moments / step }, () => matrices.vector(bias.length))
  }

  run(moments: readonly Float32Array[]): void {
    this.rows.forEach((row, index) => {
      row.set(this.#bias)
      this.#taps.forEach((matrix, tap) => {
        const moment = moments[index * this.#step + tap - 1]
        if (moment) this.#matrices.addProduct(matrix, moment, row)
      })
      for (let unit = 0; unit < row.length; unit += 1) row[unit] = Math.max(0, row[unit]!)
    })
  }
}

/** A long short-term memory: https://pytorch.org/docs/stable/generated/torch.nn.LSTMCell.html */
class Memory {
  readonly #matrices: Matrices
  readonly #ofInput: Float32Array
  readonly #ofHidden: Float32Array
  readonly #bias: Float32Array
  readonly #gates: Float32Array
  readonly #cell = new Float64Array(UNITS)
  readonly hidden: Float32Array

  constructor(matrices: Matrices, values: (name: string) => Float32Array) {
    const square = (weights: Float32Array): Float32Array =>
      matrices.matrix(GATES * UNITS, UNITS, (row, column) => weights[row * UNITS + column]!)
    const ofHidden = values('decoder.rnn.bias_hh')
    this.#matrices = matrices
    this.#ofInput = square(values('decoder.rnn.weight_ih'))
    this.#ofHidden = square(values('decoder.rnn.weight_hh'))
    this.#bias = values('decoder.rnn.bias_ih').map((bias, index) => bias + ofHidden[index]!)
    this.#gates = matrices.vector(GATES * UNITS)
    this.hidden = matrices.vector(UNITS)
  }

  step(input: Float32Array): void {
    const gates = this.#gates
    gates.set(this.#bias)
    this.#matrices.addProduct(this.#ofInput, input, gates)
    this.#matrices.addProduct(this.#ofHidden, this.hidden, gates)
    for (let unit = 0; unit < UNITS; unit += 1) {
      const enter = sigmoid(gates[unit]!)
      const keep = sigmoid(gates[unit + UNITS]!)
      const candidate = Math.tanh(gates[unit + 2 * UNITS]!)
      const leave = sigmoid(gates[unit + 3 * UNITS]!)
      const cell = keep * this.#cell[unit]! + enter * candidate
      this.#cell[unit] = cell
      this.hidden[unit] = leave * Math.tanh(cell)
    }
  }
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
