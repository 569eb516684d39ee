import { ListError } from '../../shared/questionLists/listProblem'

/** Of everything that is text. A deck has its pictures in it, and limits of its own. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024

/**
 * The text of a file in UTF-8, without the mark at its beginning that some programs write.
 * @throws {ListError} EMPTY, TOO_LARGE, ENCODING
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ListError('EMPTY')
  if (bytes.length > MAX_TEXT_BYTES) throw new ListError('TOO_LARGE')
  refuseOtherKinds(bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ListError('ENCODING', { row: lineOfFault(bytes) }, { cause })
  }
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    const row = lineOf(text, nul)
    const happened = `Line ${String(row)} has a NUL byte in it, so this is not text in UTF-8.`
    throw new ListError('ENCODING', { row, happened })
  }
  if (text.trim() === '') throw new ListError('EMPTY')
  return text
}

/** Other files by how they begin: with more exact words for what people try most. */
function refuseOtherKinds(bytes: Uint8Array): void {
  const begins = (...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign)
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    throw new ListError('ENCODING', { happened: 'This file is UTF-16 text, not UTF-8.' })
  }
  if (begins(0x25, 0x50, 0x44, 0x46)) {
    const next = 'Copy the questions out of it, and use "Paste questions".'
    throw new ListError('ENCODING', { happened: 'This is a PDF, not text.', next })
  }
}

/** The line in which the character at this place stands, from 1. */
export function lineOf(text: string, at: number): number {
  let line = 1
  for (
    let next = text.indexOf('\n');
    next !== -1 && next < at;
    next = text.indexOf('\n', next + 1)
  ) {
    line += 1
  }
  return line
}

/** The first line that is not UTF-8: no character goes over the end of a line. */
function lineOfFault(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
    line += 1
  }
  return undefined
}
