import type { SearchTerm } from '../../../shared/search/terms'
import type { SearchedText } from './searched'

/** An FTS5 expression that finds texts with all these terms, within this one column. */
export function matchAll(terms: readonly SearchTerm[], column: string): string {
  return `${column} : (${terms.map(phraseOf).join(' AND ')})`
}

/** The same in any one of these columns; the terms are never spread over two of them. */
export function matchAllInAny(
  terms: readonly SearchTerm[],
  texts: readonly Pick<SearchedText, 'column'>[],
): string {
  return texts.map(({ column }) => `(${matchAll(terms, column)})`).join(' OR ')
}

/** Finds rows that have all these terms, each in whatever column. */
export function matchAllAnywhere(terms: readonly SearchTerm[]): string {
  return terms.map(phraseOf).join(' AND ')
}

/** Within quotes nothing is an operator. */
function phraseOf({ tokens, isBeginning }: SearchTerm): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`
}
