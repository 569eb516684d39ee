import { EncodedPacketSink, type InputAudioTrack } from 'mediabunny'
import { OpusDecoder } from 'opus-decoder'
import { UnreadableSound } from './soundStream'

/*
 * Where an Opus track's identification header says what is in it (RFC 7845, section 5.1).
 */
const PRE_SKIP_AT = 10
const MAPPING_FAMILY_AT = 18
const STREAM_COUNT_AT = 19
const COUPLED_COUNT_AT = 20
const MAPPING_AT = 21

/** More packets than this that cannot be decoded, out of so many, and the file is damaged. */
const BROKEN_ALLOWED = 0.01

/** The decoded samples of an Opus track, at 48 kHz. */
export async function* opusPieces(
  track: InputAudioTrack,
): AsyncGenerator<readonly Float32Array[], void> {
  const head = await headOf(track)
  const channels = track.numberOfChannels
  const decoder = new OpusDecoder({ channels, ...mappingOf(head, channels) })
  await decoder.ready
  try {
    // A decoder needs a moment to get going; what it makes up until then is not part of the sound.
    let toSkip = head ? head.getUint16(PRE_SKIP_AT, true) : 0
    let packets = 0
    let broken = 0
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      const { channelData, samplesDecoded, errors } = quietly(() => decoder.decodeFrame(data))
      packets += 1
      broken += errors.length
      const skipped = Math.min(toSkip, samplesDecoded)
      toSkip -= skipped
      if (samplesDecoded > skipped) yield channelData.map((channel) => channel.subarray(skipped))
    }
    if (broken > packets * BROKEN_ALLOWED) {
      throw new UnreadableSound(
        'DAMAGED',
        `This sound file is damaged: ${String(broken)} of its ${String(packets)} packets cannot be decoded.`,
      )
    }
  } finally {
    decoder.free()
  }
}

async function headOf(track: InputAudioTrack): Promise<DataView | null> {
  const description = (await track.getDecoderConfig())?.description
  if (!description) return null
  return ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description)
}

/** Which stream is which loudspeaker: only files with more than two channels say it. */
function mappingOf(head: DataView | null, channels: number): object {
  if (!head || head.byteLength < MAPPING_AT + channels || head.getUint8(MAPPING_FAMILY_AT) === 0) {
    return {}
  }
  return {
    streamCount: head.getUint8(STREAM_COUNT_AT),
    coupledStreamCount: head.getUint8(COUPLED_COUNT_AT),
    channelMappingTable: Array.from({ length: channels }, (_, index) =>
      head.getUint8(MAPPING_AT + index),
    ),
  }
}

/** The decoder writes each packet that it cannot read to the console, and says it in its answer too. */
function quietly<Result>(work: () => Result): Result {
  const { error } = console
  console.error = () => {}
  try {
    return work()
  } finally {
    console.error = error
  }
}
