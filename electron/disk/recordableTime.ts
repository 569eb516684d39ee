import { BYTES_PER_PEAK, PEAKS_PER_SECOND } from '../../shared/peaks'

/** What the page asks its encoder for is 64 kbit/s; WebM adds a few percent. */
const SOUND_BYTES_PER_SECOND = 64_000 / 8 + 500
/** While a take is recorded, its recording and its copy are both there. */
const COPIES = 2
/** For the database, its log and the browser's own files. */
const KEPT_FREE_BYTES = 4 * 1024 * 1024

/** How much can be recorded until so many bytes are used up, in milliseconds of sound. */
export function recordableMs(freeBytes: number): number {
  const perSecond = COPIES * SOUND_BYTES_PER_SECOND + BYTES_PER_PEAK * PEAKS_PER_SECOND
  return Math.round((Math.max(0, freeBytes - KEPT_FREE_BYTES) / perSecond) * 1000)
}
