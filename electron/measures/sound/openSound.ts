import { access, constants, stat } from 'node:fs/promises'
import {
  FilePathSource,
  Input,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type InputAudioTrack,
} from 'mediabunny'
import { opusPieces } from './opusPieces'
import { pcmPieces } from './pcmPieces'
import { UnreadableSound, type SoundStream } from './soundStream'

/** What 16 bits can say, 24 bits and floating point nearly so: samples above it are at full scale. */
const FULL_SCALE = 32_767 / 32_768
const FULL_SCALE_OF_8_BITS = 127 / 128

/** Shorter than the file says by more than this: a piece of it is missing. */
const MISSING_MS = 500

const READABLE = 'What can be measured is WAV, and Opus in WebM, Ogg or MP4.'

/**
 * Opens WAV, or Opus in WebM, Ogg or MP4. Whoever opens it closes it.
 * @throws {UnreadableSound}
 */
export async function openSound(path: string): Promise<SoundStream> {
  await checkFile(path)
  // Formats whose codecs could not be decoded are left out: all that is wanted here is a clear word.
  const formats = [WEBM, MATROSKA, WAVE, OGG, MP4, QTFF]
  const input = new Input({ source: new FilePathSource(path), formats })
  try {
    const track = await soundTrack(input)
    return await streamOf(input, track)
  } catch (error) {
    input.dispose()
    throw error
  }
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UnreadableSound('NO_FILE', 'There is no such file.')
  if (!found.isFile()) throw new UnreadableSound('NO_FILE', 'This is not a file.')
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new UnreadableSound('NO_FILE', 'This file may not be read.', cause)
  })
}

async function soundTrack(input: Input): Promise<InputAudioTrack> {
  if (!(await input.canRead())) {
    throw new UnreadableSound(
      'NOT_SOUND',
      `This is no sound file that Soundcheck reads. ${READABLE}`,
    )
  }
  const track = await input.getPrimaryAudioTrack().catch((cause: unknown) => {
    throw new UnreadableSound(
      'DAMAGED',
      'This sound file is damaged: its head makes no sense.',
      cause,
    )
  })
  if (!track) throw new UnreadableSound('NOT_SOUND', 'There is no sound in this file.')
  return track
}

async function streamOf(input: Input, track: InputAudioTrack): Promise<SoundStream> {
  const { codec } = track
  const isPcm = codec?.startsWith('pcm-') ?? false
  if (codec !== 'opus' && !isPcm) {
    throw new UnreadableSound(
      'OTHER_CODEC',
      `The sound in this file is ${codec ?? 'of an unknown kind'}. ${READABLE}`,
    )
  }
  const expectedMs = ((await track.getDurationFromMetadata().catch(() => null)) ?? 0) * 1000
  const pieces = isPcm ? () => pcmPieces(track) : () => opusPieces(track)
  return {
    sampleRateHz: isPcm ? track.sampleRate : 48_000,
    channelCount: track.numberOfChannels,
    fullScale: codec === 'pcm-u8' ? FULL_SCALE_OF_8_BITS : FULL_SCALE,
    expectedMs,
    pieces: () => whole(pieces(), expectedMs, isPcm ? track.sampleRate : 48_000),
    close: () => input.dispose(),
  }
}

/** Measures of half an answer would be wrong without showing it, so a file must be whole. */
async function* whole(
  pieces: AsyncGenerator<readonly Float32Array[], void>,
  expectedMs: number,
  sampleRateHz: number,
): AsyncGenerator<readonly Float32Array[], void> {
  let samples = 0
  try {
    for await (const piece of pieces) {
      samples += piece[0]?.length ?? 0
      yield piece
    }
  } catch (cause) {
    if (cause instanceof UnreadableSound) throw cause
    throw new UnreadableSound('DAMAGED', 'This sound file is damaged and cannot be read.', cause)
  }
  const ms = (samples / sampleRateHz) * 1000
  if (ms < expectedMs - MISSING_MS) {
    const [there, wanted] = [ms, expectedMs].map((time) => (time / 1000).toFixed(1))
    throw new UnreadableSound(
      'DAMAGED',
      `This sound file is damaged: of ${String(wanted)} s only ${String(there)} s can be read.`,
    )
  }
}
