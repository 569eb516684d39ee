/** What a request for a part of a file asks for (RFC 9110, section 14). Both ends are included. */
export type RangeAnswer =
  { kind: 'full' } | { kind: 'part'; first: number; last: number } | { kind: 'unsatisfiable' }

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/i

/**
 * Reads the header `Range` for a file of `size` bytes. One range is answered in part; none, several
 * or something that is not a range at all is answered with the whole file, which the RFC allows.
 */
export function parseRange(header: string | null, size: number): RangeAnswer {
  const match = header === null ? null : SINGLE_RANGE.exec(header.trim())
  if (!match) return { kind: 'full' }
  const [, from = '', to = ''] = match
  if (from === '') return to === '' ? { kind: 'full' } : suffix(Number(to), size)

  const first = Number(from)
  const last = to === '' ? size - 1 : Number(to)
  if (to !== '' && last < first) return { kind: 'full' }
  if (first >= size) return { kind: 'unsatisfiable' }
  return { kind: 'part', first, last: Math.min(last, size - 1) }
}

/** The last `length` bytes. */
function suffix(length: number, size: number): RangeAnswer {
  if (length === 0 || size === 0) return { kind: 'unsatisfiable' }
  return { kind: 'part', first: Math.max(0, size - length), last: size - 1 }
}
