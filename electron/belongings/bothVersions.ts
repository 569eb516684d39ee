import { isDeepStrictEqual } from 'node:util'

/*
 * What belongings do with two versions of which nobody can tell the newer one: both are kept, and
 * nothing of either is lost.
 */

/** One below the other, with an empty line between; one that has the other as a part says it all. */
export function bothTexts(here: string, there: string): string {
  if (here === '' || hasPart(there, here)) return there
  if (there === '' || hasPart(here, there)) return here
  return `${here}\n\n${there}`
}

function hasPart(text: string, part: string): boolean {
  return `\n\n${text}\n\n`.includes(`\n\n${part}\n\n`)
}

/** All of both, none twice. */
export function bothLists<Item>(here: readonly Item[], there: readonly Item[]): Item[] {
  return [...here, ...there.filter((one) => !here.some((each) => isDeepStrictEqual(each, one)))]
}

/** The less sure of the two: what went worse is looked at again, and that does no harm. */
export function lowerStep<Step extends number>(here: Step | null, there: Step | null): Step | null {
  if (here === null || there === null) return here ?? there
  return here < there ? here : there
}
