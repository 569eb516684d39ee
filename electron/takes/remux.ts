import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  FilePathSource,
  Input,
  Output,
  StreamTarget,
  WEBM,
  WebMOutputFormat,
  type InputAudioTrack,
  type StreamTargetChunk,
} from 'mediabunny'
import { writeFully } from '../disk'
import { opusPacketMs } from './opus'

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

/** Written at once; the library would otherwise reserve 16 MB for every take. */
const WRITE_BYTES = 1024 * 1024

interface Sound {
  durationMs: number
  packetCount: number
  packetBytes: number
}

/**
 * Copies the Opus packets of `source`, as a recorder wrote them in pieces, to the new file `target`
 * that says how long it is and where everything is. Nothing is decoded. The packets' times are
 * counted anew from their lengths: that is how a decoder strings them together and how the outline
 * was taken, so what is seen, heard and stored agrees.
 */
export async function remux(source: string, target: string): Promise<RemuxResult> {
  const found: Sound = { durationMs: 0, packetCount: 0, packetBytes: 0 }
  try {
    await copySound(source, target, found)
    const unread = (await stat(source)).size - found.packetBytes
    if (unread > OVERHEAD_OF_FILE + OVERHEAD_PER_PACKET * found.packetCount) {
      throw new Error(`${String(unread)} bytes of the recording were not understood`)
    }
    return { kind: 'copied', durationMs: found.durationMs }
  } catch (error) {
    await rm(target, { force: true })
    if (found.packetCount === 0) return { kind: 'empty' }
    return { kind: 'kept', durationMs: found.durationMs, reason: String(error) }
  }
}

/** Adds up in `found`, so that after an error the caller knows what was read until then. */
async function copySound(source: string, target: string, found: Sound): Promise<void> {
  const input = new Input({ source: new FilePathSource(source), formats: [WEBM] })
  try {
    const track = await input.getPrimaryAudioTrack()
    if (!track) throw new Error('The recording has no sound')
    const file = await open(target, 'w', 0o600)
    try {
      await copyPackets(track, file, found)
      await file.sync()
    } finally {
      await file.close()
    }
  } finally {
    input.dispose()
  }
}

async function copyPackets(track: InputAudioTrack, file: FileHandle, found: Sound): Promise<void> {
  const packets = new EncodedAudioPacketSource('opus')
  const output = new Output({ format: new WebMOutputFormat(), target: intoFile(file) })
  output.addAudioTrack(packets)
  await output.start()
  try {
    const decoderConfig = await track.getDecoderConfig()
    const meta = decoderConfig ? { decoderConfig } : {}
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      const startMs = found.durationMs
      const durationMs = opusPacketMs(data)
      found.durationMs += durationMs
      found.packetCount += 1
      found.packetBytes += data.byteLength
      await packets.add(new EncodedPacket(data, 'key', startMs / 1000, durationMs / 1000), meta)
    }
    if (found.packetCount === 0) throw new Error('The recording has no sound')
    await output.finalize()
  } catch (error) {
    // It cannot be cancelled cleanly once a write has failed; the first error is the one that counts.
    await output.cancel().catch(() => {})
    throw error
  }
}

/** The library's own target for files takes a write that stopped short for a whole one. */
function intoFile(file: FileHandle): StreamTarget {
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => writeFully(file, data, position),
  })
  return new StreamTarget(writable, { chunked: true, chunkSize: WRITE_BYTES })
}
