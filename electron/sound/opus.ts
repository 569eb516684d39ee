/*
 * How long an Opus packet sounds, read from its first bytes (RFC 6716, section 3.1). A file of a
 * recorder does not say it, and its timestamps say it for no packet but the ones before the last.
 */

const SILK_FRAME_MS = [10, 20, 40, 60] as const
const HYBRID_FRAME_MS = [10, 20] as const
const CELT_FRAME_MS = [2.5, 5, 10, 20] as const

/** In milliseconds; 0 for a packet that is empty or cut off before its number of frames. */
export function opusPacketMs(packet: Uint8Array): number {
  const toc = packet[0]
  if (toc === undefined) return 0
  return frameMs(toc >> 3) * frameCount(toc & 0b11, packet)
}

function frameMs(configuration: number): number {
  if (configuration < 12) return SILK_FRAME_MS[configuration % 4] ?? 0
  if (configuration < 16) return HYBRID_FRAME_MS[configuration % 2] ?? 0
  return CELT_FRAME_MS[configuration % 4] ?? 0
}

function frameCount(code: number, packet: Uint8Array): number {
  if (code === 0) return 1
  if (code === 3) return (packet[1] ?? 0) & 0b111111
  return 2
}
