import { expect, test } from 'vitest'
import { opusPacketMs } from '../../../../electron/sound/opus'

/** The first byte of a packet: how it was coded (0 to 31), and the code for its number of frames. */
const toc = (configuration: number, code: number) => (configuration << 3) | code

test.each([
  ['SILK, 10 ms', [toc(0, 0)], 10],
  ['SILK, 20 ms', [toc(1, 0)], 20],
  ['SILK, 60 ms', [toc(11, 0)], 60],
  ['hybrid, 10 ms', [toc(12, 0)], 10],
  ['hybrid, 20 ms', [toc(15, 0)], 20],
  ['CELT, 2.5 ms', [toc(16, 0)], 2.5],
  ['CELT, 20 ms', [toc(31, 0)], 20],
  ['two frames of one size', [toc(31, 1)], 40],
  ['two frames of two sizes', [toc(31, 2)], 40],
  ['three frames, variable and padded', [toc(31, 3), 0b1100_0011], 60],
  ['48 frames of 2.5 ms', [toc(16, 3), 48], 120],
  ['a packet cut off after its first byte', [toc(31, 3)], 0],
  ['nothing', [], 0],
])('%s', (_name, bytes, milliseconds) => {
  expect(opusPacketMs(Uint8Array.from(bytes))).toBe(milliseconds)
})
