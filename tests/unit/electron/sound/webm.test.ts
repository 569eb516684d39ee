import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { opusPackets } from '../../../../electron/sound/webm'
import { temporaryFolder } from '../store/fixture'

const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
const HEAD = Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1')

const EBML = [0x1a, 0x45, 0xdf, 0xa3]
const SEGMENT = [0x18, 0x53, 0x80, 0x67]
const INFO = [0x15, 0x49, 0xa9, 0x66]
const TRACKS = [0x16, 0x54, 0xae, 0x6b]
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75]
const SIMPLE_BLOCK = [0xa3]

/** A size in eight bytes, as a recorder writes it where it knows one. */
function size(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  bytes[0] = 0x01
  return bytes
}

function element(id: number[], ...body: Uint8Array[]): Buffer {
  const content = Buffer.concat(body)
  return Buffer.concat([Buffer.from(id), size(content.length), content])
}

function block(packet: Uint8Array, flags = 0x80): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0, 0, flags]), packet])
}

const simpleBlock = (packet: Uint8Array) => element(SIMPLE_BLOCK, block(packet))

/** The start of every file: its head, an open segment, and one Opus track. */
const START = Buffer.concat([
  element(EBML, Buffer.from('whatever')),
  Buffer.from([...SEGMENT, ...UNKNOWN_SIZE]),
  element(INFO, Buffer.from('who wrote it')),
  element(TRACKS, element([0xae], element([0x63, 0xa2], HEAD))),
])
const OPEN_CLUSTER = Buffer.concat([
  Buffer.from([...CLUSTER, ...UNKNOWN_SIZE]),
  element([0xe7], Buffer.from([0])),
])

async function read(...parts: Uint8Array[]): Promise<string[]> {
  const path = join(temporaryFolder(), 'file.webm')
  writeFileSync(path, Buffer.concat(parts))
  const packets: string[] = []
  for await (const { bytes, head } of opusPackets(path)) {
    expect(HEAD.equals(head)).toBe(true)
    packets.push(Buffer.from(bytes).toString())
  }
  return packets
}

const text = (value: string) => Buffer.from(value)

test('packets come in order, out of simple blocks and block groups, of open and closed clusters', async () => {
  const packets = await read(
    START,
    OPEN_CLUSTER,
    simpleBlock(text('one')),
    element([0xa0], element([0xa1], block(text('two'), 0)), element([0x9b], Buffer.from([60]))),
    element(CLUSTER, element([0xe7], Buffer.from([9])), simpleBlock(text('three'))),
    OPEN_CLUSTER,
    simpleBlock(text('four')),
  )
  expect(packets).toEqual(['one', 'two', 'three', 'four'])
})

test('a packet cut off at the end is left out, whatever is cut', async () => {
  const last = simpleBlock(text('cut off'))
  for (let length = 0; length < last.length; length += 1) {
    const packets = await read(
      START,
      OPEN_CLUSTER,
      simpleBlock(text('whole')),
      last.subarray(0, length),
    )
    expect(packets).toEqual(['whole'])
  }
})

test('packets that lie across the ends of reads are whole', async () => {
  const long = Array.from({ length: 700 }, (_, index) => String(index).padStart(1200, '.'))
  const blocks = long.map((packet) => simpleBlock(text(packet)))
  expect(await read(START, OPEN_CLUSTER, ...blocks)).toEqual(long)
})

test('it skips what it does not know, also when that is longer than a read', async () => {
  const unknown = element([0xec], Buffer.alloc(600_000, 0xa3))
  expect(await read(START, unknown, OPEN_CLUSTER, unknown, simpleBlock(text('here')))).toEqual([
    'here',
  ])
})

test.each([
  [
    'a block that claims more than any has',
    Buffer.concat([Buffer.from(SIMPLE_BLOCK), size(2 ** 30)]),
  ],
  ['laced blocks', element(SIMPLE_BLOCK, block(text('several'), 0x82))],
  ['a block without a packet', element(SIMPLE_BLOCK, Buffer.from([0x81, 0, 0, 0x80]))],
  ['zeros', Buffer.alloc(100)],
  ['an unknown element of unknown size', Buffer.from([0xec, ...UNKNOWN_SIZE])],
])('%s end the reading, what came before stays', async (_what, strange) => {
  const packets = await read(
    START,
    OPEN_CLUSTER,
    simpleBlock(text('before')),
    strange,
    simpleBlock(text('after')),
  )
  expect(packets).toEqual(['before'])
})

test('a track that is no Opus gives nothing', async () => {
  const start = Buffer.concat([
    element(EBML, Buffer.from('x')),
    Buffer.from([...SEGMENT, ...UNKNOWN_SIZE]),
    element(TRACKS, element([0xae], element([0x63, 0xa2], Buffer.from('\x02vorbis')))),
  ])
  expect(await read(start, OPEN_CLUSTER, simpleBlock(text('x')))).toEqual([])
})
