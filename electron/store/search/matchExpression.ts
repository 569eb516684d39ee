import type { SearchTerm } from '../../../shared/search/terms'
import type { SearchedTable } from './searched'

/** An FTS5 expression that finds texts with all these terms, within this one column. */
export function matchAll(terms: readonly SearchTerm[], column: string): string {
  return `${column} : (${terms.map(phraseOf).join(' AND ')})`
}

/** The same in any one column of the table; the terms are never spread over two of them. */
export function matchAllInAny(terms: readonly SearchTerm[], { texts }: SearchedTable): string {
  return texts.map(({ column }) => `(${matchAll(terms, column)})`).join(' OR ')
}

/** Within quotes nothing is an operator. */
function phraseOf({ tokens, isBeginning }: SearchTerm): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`
}
