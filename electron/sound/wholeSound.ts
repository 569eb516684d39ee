import { UnreadableSound } from './soundStream'

/** Shorter than the file says by more than this: a piece of it is missing. */
const MISSING_MS = 500

/**
 * The pieces of a sound that is there from its beginning to its end. Measures of half an answer
 * would be wrong, and nothing about them would show it.
 * @param expectedMs how long it should be; 0 when the file does not say
 * @throws {UnreadableSound} at the end, when it was too short; when reading failed
 */
export async function* wholeSound(
  pieces: AsyncIterable<readonly Float32Array[]>,
  sampleRateHz: number,
  expectedMs: number,
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
  if (samples === 0) throw new UnreadableSound('NOT_SOUND', 'There is no sound in this file.')
  const ms = (samples / sampleRateHz) * 1000
  if (ms < expectedMs - MISSING_MS) {
    const [there, wanted] = [ms, expectedMs].map((time) => (time / 1000).toFixed(1))
    throw new UnreadableSound(
      'DAMAGED',
      `This sound file is damaged: of ${String(wanted)} s only ${String(there)} s can be read.`,
    )
  }
}
