import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  Output,
  StreamTarget,
  WebMOutputFormat,
  type StreamTargetChunk,
} from 'mediabunny'
import { writeFully } from '../disk/durableFiles'
import { ReadableLength } from './readableLength'
import { opusPacketMs } from './opus'
import { opusPackets } from './webm'

/** What came of copying a recording into a file with a length and an index. */
export type RemuxResult =
  /** The copy is complete and on the disk. */
  | { kind: 'copied'; durationMs: number }
  /** There is sound, but no complete copy: the source has to be kept. */
  | { kind: 'kept'; durationMs: number; reason: string }
  /** Not one packet of sound was found. */
  | { kind: 'empty' }

/** The most that WebM spends on a packet beside its bytes, and on the rest of the file. */
const OVERHEAD_PER_PACKET = 24
const OVERHEAD_OF_FILE = 4096

/**
 * Written at once. What lives for as long as a megabyte of sound takes to come, two minutes, would
 * hardly ever be cleared away: an hour left 60 MB of such memory behind.
 */
const WRITE_BYTES = 64 * 1024

/** The index is written after Stop: with an entry for each second, an hour's would be waited for. */
const SECONDS_BETWEEN_CUES = 5

const OPUS_RATE_HZ = 48_000
/** Where an Opus track's identification header says how many channels it has. */
const CHANNEL_COUNT_AT = 9

/**
 * Copies the Opus packets of `source`, as a recorder wrote them in pieces, to the new file `target`
 * that says how long it is and where everything is. Nothing is decoded. The packets' times are
 * counted anew from their lengths: that is how a decoder strings them together and how the peaks
 * were taken, so what is seen, heard and stored agrees.
 * @throws the file system's error when the source cannot be read
 */
export async function remux(source: string, target: string): Promise<RemuxResult> {
  try {
    const { size: bytes } = await stat(source)
    const durationMs = await copy(source, target, new ReadableLength({ kind: 'whole', bytes }))
    return { kind: 'copied', durationMs }
  } catch (error) {
    await rm(target, { force: true }).catch(() => {})
    const durationMs = await readableMs(source)
    return durationMs === 0
      ? { kind: 'empty' }
      : { kind: 'kept', durationMs, reason: String(error) }
  }
}

/** How much sound there is before the file ends or makes no sense any more. */
export async function readableMs(path: string): Promise<number> {
  let durationMs = 0
  for await (const { bytes } of opusPackets(path)) durationMs += opusPacketMs(bytes)
  return durationMs
}

/**
 * The same, as far as the source reaches and until it is whole.
 * @returns the copy's length in milliseconds, when it is complete and on the disk
 * @throws whatever kept it from being complete; what there is of it is then of no use
 */
export async function copy(
  source: string,
  target: string,
  readableLength: ReadableLength,
): Promise<number> {
  const file = await open(target, 'w', 0o600)
  try {
    const durationMs = await copyPackets(source, file, readableLength)
    await file.sync()
    return durationMs
  } finally {
    await file.close()
  }
}

async function copyPackets(
  source: string,
  file: FileHandle,
  readableLength: ReadableLength,
): Promise<number> {
  const track = new EncodedAudioPacketSource('opus')
  const format = new WebMOutputFormat({ minimumClusterDuration: SECONDS_BETWEEN_CUES })
  const output = new Output({ format, target: intoFile(file, readableLength) })
  output.addAudioTrack(track)
  await output.start()
  let durationMs = 0
  let copiedBytes = OVERHEAD_OF_FILE
  try {
    for await (const { bytes, head } of opusPackets(source, readableLength)) {
      const packetMs = opusPacketMs(bytes)
      const packet = new EncodedPacket(bytes, 'key', durationMs / 1000, packetMs / 1000)
      await track.add(packet, { decoderConfig: decoderOf(head) })
      durationMs += packetMs
      copiedBytes += bytes.byteLength + OVERHEAD_PER_PACKET
    }
    const notCopied = (await readableLength.whole()) - copiedBytes
    if (durationMs === 0) throw new Error('There is no sound')
    // Where a flipped bit ends the reading, what comes after it must not be lost.
    if (notCopied > 0) throw new Error(`${String(notCopied)} bytes were not understood`)
    await output.finalize()
    return durationMs
  } catch (error) {
    // After a write that failed it cannot be cancelled cleanly; the first error is what counts.
    await output.cancel().catch(() => {})
    throw error
  }
}

function decoderOf(head: Uint8Array): AudioDecoderConfig {
  return {
    codec: 'opus',
    sampleRate: OPUS_RATE_HZ,
    numberOfChannels: head[CHANNEL_COUNT_AT] ?? 1,
    description: head,
  }
}

/** The library's own target for files takes a write that stopped short for a whole one. */
function intoFile(file: FileHandle, readableLength: ReadableLength): StreamTarget {
  const writable = new WritableStream<StreamTargetChunk>({
    write: async ({ data, position }) => {
      await writeFully(file, data, position)
      // Nobody waits yet: what is on the disk now is not waited for after Stop.
      if (!readableLength.isWhole) await file.datasync()
    },
  })
  return new StreamTarget(writable, { chunked: true, chunkSize: WRITE_BYTES })
}
