import { MATRIX_CODE } from './matrixCode'

type Multiply = (
  weights: number,
  input: number,
  inputEnd: number,
  output: number,
  outputEnd: number,
) => void

const BYTES = Float32Array.BYTES_PER_ELEMENT
const PAGE_BYTES = 65_536
/** The code works on so many rows at a time. */
const ROWS_AT_ONCE = 16

/** Matrices and vectors of numbers in one memory, where they can be multiplied quickly. */
export class Matrices {
  readonly #memory: WebAssembly.Memory
  readonly #multiply: Multiply
  #used = 0

  /** @param numbers how many there will be in all */
  constructor(numbers: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil((numbers * BYTES) / PAGE_BYTES) })
    const module = new WebAssembly.Module(MATRIX_CODE)
    const instance = new WebAssembly.Instance(module, { '': { m: this.#memory } })
    this.#multiply = instance.exports['f'] as Multiply
  }

  /** Room for so many numbers; all are 0. */
  vector(length: number): Float32Array {
    const vector = new Float32Array(this.#memory.buffer, this.#used, length)
    this.#used += length * BYTES
    return vector
  }

  /**
   * A matrix in the order in which it is read: of sixteen rows the first column, the second, ...
   * @param at the number in a row and a column; the number of rows is a multiple of 16
   */
  matrix(rows: number, columns: number, at: (row: number, column: number) => number): Float32Array {
    const matrix = this.vector(rows * columns)
    for (let row = 0; row < rows; row += 1) {
      const block = row - (row % ROWS_AT_ONCE)
      for (let column = 0; column < columns; column += 1) {
        matrix[block * columns + column * ROWS_AT_ONCE + (row % ROWS_AT_ONCE)] = at(row, column)
      }
    }
    return matrix
  }

  /** Adds the product of a matrix and the vector `input` to `output`. */
  addProduct(matrix: Float32Array, input: Float32Array, output: Float32Array): void {
    this.#multiply(
      matrix.byteOffset,
      input.byteOffset,
      input.byteOffset + input.byteLength,
      output.byteOffset,
      output.byteOffset + output.byteLength,
    )
  }
}
