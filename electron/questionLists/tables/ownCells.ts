/*
 * How our own CSV says what a cell alone cannot. A spreadsheet runs a cell that begins with `=` and
 * the like as a formula, so those get an apostrophe in front of them, which the import takes off
 * again. Several texts in one cell stand in lines of their own; tags with commas between them.
 */

/** The first sign of a cell that a spreadsheet would not take as it is, the apostrophe itself too. */
const RISKY = /^[=+\-@'\t\r]/u

export function guardedCell(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell
}

/** Takes one apostrophe off: only one was put there. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

export function joinedCell(texts: readonly string[], separator: '\n' | ', '): string {
  const isRisky = separator === '\n' ? /[\\\n]/gu : /[\\\n,]/gu
  return texts
    .map((text) => text.replace(isRisky, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`)))
    .join(separator)
}

/** The other way round. Spaces around what somebody typed between are dropped. */
export function splitCell(cell: string, separator: '\n' | ','): string[] {
  const texts: string[] = []
  let text = ''
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at)
    if (sign === '\\') {
      at += 1
      text += cell.charAt(at) === 'n' ? '\n' : cell.charAt(at)
    } else if (sign === separator || sign === '\n') {
      texts.push(text)
      text = ''
    } else text += sign
  }
  texts.push(text)
  return texts.map((each) => each.trim()).filter((each) => each !== '')
}
