import type { ReadOutcome } from '../../../shared/questionLists/listedQuestion'
import type { ListProblem } from '../../../shared/questionLists/listProblem'
import { request } from '../../api'

/** Larger decks are refused anyway: they would only fill the memory. */
const MAX_BYTES = 256 * 1024 * 1024

const KEPT = 'Nothing was imported.'

/**
 * Reads what was chosen or dropped: its bytes go to main, never its path. What is wrong with it is an
 * outcome.
 * @throws {AppError}
 */
export async function readList(files: readonly File[]): Promise<ReadOutcome> {
  const [file] = files
  if (!file || files.length > 1) {
    return refused('NOT_A_FILE', `These are several files. ${KEPT} Choose one after the other.`)
  }
  if (file.size > MAX_BYTES) {
    const next = 'Split it, or export the deck without its pictures and sounds.'
    return refused('TOO_LARGE', `This file is larger than 256 MB. ${KEPT} ${next}`)
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // So it is with a folder too.
    const next = 'Check that it is a file and no folder, and that you may read it.'
    return refused('FILE_UNREADABLE', `The system did not let this be read. ${KEPT} ${next}`)
  }
  return request('lists.read', { name: file.name.slice(-1000), bytes })
}

function refused(code: ListProblem['code'], message: string): ReadOutcome {
  return { ok: false, problem: { code, row: null, path: null, message } }
}
