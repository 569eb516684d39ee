import { MAX_OUTLINE_LINE_CHARACTERS, MAX_OUTLINE_LINES } from '../../shared/defaults'

/* An outline as one text with a line for each of its lines, as a field that saves itself keeps it. */

/** Empty lines at the end are none. */
export function textOf(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n+$/, '')
}

export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/** Without what somebody has left empty. */
export function saidLines(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '')
}

const BULLET = /^\s*(?:[-*+•–]|\d{1,2}[.)])\s+/u

/** The lines of a text that was pasted, without bullets and numbers: their place says the same. */
export function pastedLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(BULLET, '').trim())
  return saidLines(lines).map((line) => line.slice(0, MAX_OUTLINE_LINE_CHARACTERS))
}

/**
 * These lines in the place of the one at `index`; of them what is more than an outline holds is left
 * out, and never what stands there already.
 */
export function withLinesAt(
  rows: readonly string[],
  index: number,
  lines: readonly string[],
): string[] {
  const above = rows.slice(0, index)
  const below = rows.slice(index + 1)
  // Rows that nobody has written into give way.
  while (above.length + lines.length + below.length > MAX_OUTLINE_LINES) {
    const empty = below.lastIndexOf('')
    if (empty === -1) break
    below.splice(empty, 1)
  }
  const room = MAX_OUTLINE_LINES - above.length - below.length
  return [...above, ...lines.slice(0, room), ...below]
}
