import {
  FilePathSource,
  Input,
  MATROSKA,
  MP4,
  OGG,
  PCM_AUDIO_CODECS,
  QTFF,
  WAVE,
  WEBM,
  type InputAudioTrack,
} from 'mediabunny'
import { opusPieces } from './opusPieces'
import { pcmPieces } from './pcmPieces'
import { checkSoundFile } from './checkSoundFile'
import { UnreadableSound, type SoundStream } from './soundStream'
import { wholeSound } from './wholeSound'

/** What 16 bits can say, 24 bits and floating point nearly so: samples above it are at full scale. */
const FULL_SCALE = 32_767 / 32_768
const FULL_SCALE_OF_8_BITS = 127 / 128

/** Whatever it was before: that is how Opus is decoded. */
const OPUS_RATE_HZ = 48_000

/** The file is read from its beginning to its end: what was read is not needed again. */
const CACHE_BYTES = 1024 * 1024

const READABLE = 'What can be measured is WAV, and Opus in WebM, Ogg or MP4.'

/**
 * Opens WAV, or Opus in WebM, Ogg or MP4. Whoever opens it closes it.
 * @throws {UnreadableSound}
 */
export async function openSound(path: string): Promise<SoundStream> {
  await checkSoundFile(path)
  // Formats whose codecs could not be decoded are left out: all that is wanted here is a clear word.
  const formats = [WEBM, MATROSKA, WAVE, OGG, MP4, QTFF]
  const input = new Input({
    source: new FilePathSource(path, { maxCacheSize: CACHE_BYTES }),
    formats,
  })
  try {
    const track = await soundTrack(input)
    return await streamOf(input, track)
  } catch (error) {
    input.dispose()
    throw error
  }
}

async function soundTrack(input: Input): Promise<InputAudioTrack> {
  // Of an empty file and of other nonsense the library says that in words of its own.
  if (!(await input.canRead().catch(() => false))) {
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
  const isPcm = (PCM_AUDIO_CODECS as readonly (string | null)[]).includes(codec)
  if (codec !== 'opus' && !isPcm) {
    throw new UnreadableSound(
      'OTHER_CODEC',
      `The sound in this file is ${codec ?? 'of an unknown kind'}. ${READABLE}`,
    )
  }
  const expectedMs = ((await track.getDurationFromMetadata().catch(() => null)) ?? 0) * 1000
  const sampleRateHz = isPcm ? track.sampleRate : OPUS_RATE_HZ
  const pieces = isPcm ? () => pcmPieces(track) : () => opusPieces(track)
  return {
    sampleRateHz,
    channelCount: track.numberOfChannels,
    fullScale: codec === 'pcm-u8' ? FULL_SCALE_OF_8_BITS : FULL_SCALE,
    expectedMs,
    pieces: () => wholeSound(pieces(), sampleRateHz, expectedMs),
    close: () => input.dispose(),
  }
}
