import { ListError } from '../../shared/questionLists/listProblem'
import { MAX_DECK_BYTES } from '../../shared/questionLists/listRequests'
import { isDeckName, isZip } from './anki/isZip'
import { MAX_TEXT_BYTES } from './decodeText'

/**
 * Refuses what is too large before it is read, or given to whoever reads it.
 * @param beginning its first four bytes, or more of it
 * @throws {ListError} TOO_LARGE; ZIP_DAMAGED for a deck that is no archive
 */
export function refuseLarge(name: string, beginning: Uint8Array, sizeBytes: number): void {
  const isArchive = isZip(beginning)
  if (sizeBytes <= (isArchive ? MAX_DECK_BYTES : MAX_TEXT_BYTES)) return
  if (isArchive) {
    const happened = `This deck is larger than ${String(MAX_DECK_BYTES / 1024 / 1024)} MB.`
    const next = 'Export it without its pictures and sounds, then import it again.'
    throw new ListError('TOO_LARGE', { happened, next })
  }
  throw new ListError(isDeckName(name) ? 'ZIP_DAMAGED' : 'TOO_LARGE')
}
