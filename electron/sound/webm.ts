import type { ReadableLength } from './readableLength'
import { FileReader } from './fileReader'

/*
 * Reads the sound out of the WebM that a recorder writes: one Opus track, clusters and blocks
 * whose sizes are partly unknown, and, after a crash, an end in the middle of anything. General
 * readers want a cluster whole before they give away any of it, and a cluster can last half a
 * minute; this one gives away every packet that is complete.
 */

const EBML = 0x1a45dfa3
const SEGMENT = 0x18538067
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const CODEC_PRIVATE = 0x63a2
const CLUSTER = 0x1f43b675
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const SIMPLE_BLOCK = 0xa3

/** Elements that are walked into. Where they end does not matter: what follows says what it is. */
const CONTAINERS = new Set([SEGMENT, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP])

/** A block begins with the track (one byte below 127 tracks), its time (two) and flags (one). */
const BLOCK_HEAD_BYTES = 4
const LACING = 0b0110

/** Far more than any packet has: an element that says it is larger is not one of a recorder's. */
const LARGEST_BODY = 4 * 1024 * 1024

const OPUS_HEAD = 'OpusHead'

export interface OpusPacket {
  bytes: Uint8Array
  /** The track's identification header (RFC 7845, section 5.1). */
  head: Uint8Array
}

interface Element {
  id: number
  /** Of its body, in bytes; null when whoever wrote it did not know yet. */
  size: number | null
}

/**
 * Every complete Opus packet of a file, in order, up to its end or to where it makes no sense any
 * more. A file that is something else gives none.
 * @param readableLength of a file that still grows; its packets come as they are there
 * @throws the file system's error
 */
export async function* opusPackets(
  path: string,
  readableLength?: ReadableLength,
): AsyncGenerator<OpusPacket, void> {
  const reader = await FileReader.open(path, readableLength)
  try {
    const first = await readElement(reader)
    if (first?.id !== EBML || first.size === null) return
    reader.skip(first.size)

    let head: Uint8Array | null = null
    for (;;) {
      const element = await readElement(reader)
      if (!element) return
      if (CONTAINERS.has(element.id)) continue
      if (element.size === null || element.size > LARGEST_BODY) return
      if (element.id === CODEC_PRIVATE) {
        head = await reader.take(element.size)
        if (!head || !isOpusHead(head)) return
      } else if (element.id === BLOCK || element.id === SIMPLE_BLOCK) {
        const block = await reader.take(element.size)
        if (!block || !head || block.length <= BLOCK_HEAD_BYTES || isLaced(block)) return
        yield { bytes: block.subarray(BLOCK_HEAD_BYTES), head }
      } else {
        reader.skip(element.size)
      }
    }
  } finally {
    await reader.close()
  }
}

function isOpusHead(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, OPUS_HEAD.length)).toString('latin1') === OPUS_HEAD
}

/** Several packets in one block: no recorder of ours writes that. */
function isLaced(block: Uint8Array): boolean {
  return ((block[BLOCK_HEAD_BYTES - 1] ?? 0) & LACING) !== 0
}

async function readElement(reader: FileReader): Promise<Element | null> {
  const id = await readNumber(reader, 4)
  const size = id && (await readNumber(reader, 8))
  if (!id || !size) return null
  // All bits set means: not known.
  const isUnknown = size.value === 2 ** (7 * size.length) - 1
  return { id: id.withMarker, size: isUnknown ? null : size.value }
}

/** A number of variable length: as many zero bits as bytes follow, a one as marker, the value. */
async function readNumber(
  reader: FileReader,
  longest: number,
): Promise<{ value: number; withMarker: number; length: number } | null> {
  const first = (await reader.take(1))?.[0]
  if (first === undefined) return null
  const length = Math.clz32(first) - 23
  if (length > longest) return null
  const rest = await reader.take(length - 1)
  if (!rest) return null
  const marker = 2 ** (8 - length)
  const value = rest.reduce((sum, byte) => sum * 256 + byte, first - marker)
  const withMarker = rest.reduce((sum, byte) => sum * 256 + byte, first)
  return { value, withMarker, length }
}
