/*
 * The one loop that the network spends its time in, as WebAssembly, because JavaScript cannot ask
 * for the instructions that multiply four numbers at once. It is a dozen instructions long, so it is
 * assembled here, and there is no compiler to install. In WebAssembly's text format:
 *
 *   (import "" "m" (memory 1))
 *   (func (export "f") (param $weights i32) (param $in i32) (param $inEnd i32)
 *                      (param $out i32) (param $outEnd i32)
 *     (local $at i32) (local $x v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
 *     (loop $rows                         ;; sixteen rows at a time, in four times four sums
 *       $a..$d = out[0..15]
 *       $at = $in
 *       (loop $columns
 *         $x = the number at $at, four times
 *         $a..$d += $x * weights[0..15]
 *         $weights += 64, $at += 4
 *         (br_if $columns ($at < $inEnd)))
 *       out[0..15] = $a..$d
 *       $out += 64
 *       (br_if $rows ($out < $outEnd))))
 */

const I32 = 0x7f
const V128 = 0x7b
const GET = 0x20
const SET = 0x21
const LOOP = [0x03, 0x40]
const BRANCH_IF = 0x0d
const END = 0x0b
const CONST_I32 = 0x41
const ADD_I32 = 0x6a
const LESS_THAN_I32 = 0x49
const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)]
const LOAD = simd(0x00)
const LOAD_FOUR_TIMES = simd(0x09)
const STORE = simd(0x0b)
const ADD = simd(0xe4)
const MULTIPLY = simd(0xe6)

const WEIGHTS = 0
const IN = 1
const IN_END = 2
const OUT = 3
const OUT_END = 4
const AT = 5
const X = 6
const SUMS = [7, 8, 9, 10]

const BYTES_OF_FOUR = 16
/** Of numbers that lie at multiples of so many bytes, as a power of two. */
const ALIGNMENT = 2

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >> 7)]
}

const signed = (value: number): number[] => (value < 64 ? [value] : [value | 0x80, 0])
const list = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()]
const sized = (bytes: number[]): number[] => [...unsigned(bytes.length), ...bytes]
const section = (id: number, items: number[][]): number[] => [id, ...sized(list(items))]
const text = (word: string): number[] => sized([...Buffer.from(word, 'latin1')])

const advance = (local: number, bytes: number): number[] =>
  [[GET, local], [CONST_I32], signed(bytes), [ADD_I32], [SET, local]].flat()

/** Goes back to the beginning of the loop until the end is reached. */
const untilEnd = (local: number, end: number): number[] =>
  [[GET, local], [GET, end], [LESS_THAN_I32], [BRANCH_IF, 0], [END]].flat()

const ofEachSum = (code: (sum: number, offset: number) => number[][]): number[] =>
  SUMS.flatMap((sum, index) => code(sum, index * BYTES_OF_FOUR).flat())

const BODY = [
  LOOP,
  ofEachSum((sum, offset) => [[GET, OUT], LOAD, [ALIGNMENT, offset], [SET, sum]]),
  [GET, IN, SET, AT],
  LOOP,
  [GET, AT],
  LOAD_FOUR_TIMES,
  [ALIGNMENT, 0, SET, X],
  ofEachSum((sum, offset) => [
    [GET, X, GET, WEIGHTS],
    LOAD,
    [ALIGNMENT, offset],
    MULTIPLY,
    [GET, sum],
    ADD,
    [SET, sum],
  ]),
  advance(WEIGHTS, 64),
  advance(AT, 4),
  untilEnd(AT, IN_END),
  ofEachSum((sum, offset) => [[GET, OUT], [GET, sum], STORE, [ALIGNMENT, offset]]),
  advance(OUT, 64),
  untilEnd(OUT, OUT_END),
  [END],
].flat()

const PARAMETERS = list([[I32], [I32], [I32], [I32], [I32]])
const LOCALS = list([
  [1, I32],
  [5, V128],
])

/** A WebAssembly module: https://webassembly.github.io/spec/core/binary/modules.html */
export const MATRIX_CODE = Uint8Array.from(
  [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [[0x60, ...PARAMETERS, 0]]),
    section(2, [[...text(''), ...text('m'), 0x02, 0x00, 1]]),
    section(3, [[0]]),
    section(7, [[...text('f'), 0x00, 0]]),
    section(10, [sized([...LOCALS, ...BODY])]),
  ].flat(),
)
