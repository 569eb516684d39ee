import { AudioSampleSink, type InputAudioTrack } from 'mediabunny'

/** The samples of a file that has them as they are, in whichever number format. */
export async function* pcmPieces(
  track: InputAudioTrack,
): AsyncGenerator<readonly Float32Array[], void> {
  for await (const sample of new AudioSampleSink(track).samples()) {
    const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
      const channel = new Float32Array(sample.numberOfFrames)
      sample.copyTo(channel, { planeIndex, format: 'f32-planar' })
      return channel
    })
    sample.close()
    yield channels
  }
}
