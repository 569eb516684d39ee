import type { ErrorWords } from '../../../shared/errors'
import { formatMomentInside } from '../../lib/format'
import type { Letter, Side } from './sides'

/** What was compared was deleted meanwhile, or the link is old. */
export function missingWords(letters: readonly Letter[]): ErrorWords {
  const happened =
    letters.length === 1
      ? `Take ${letters[0]} is not here any more.`
      : 'These takes are not here any more.'
  return {
    happened,
    kept: 'Every other take of this question is where it was.',
    next: 'Choose another one, or go back to the question.',
  }
}

/** A question without another take, and without an example. */
export function aloneWords({ take }: Side): ErrorWords {
  return {
    happened: 'There is nothing to compare this take with.',
    kept: `Take ${take.number} of ${formatMomentInside(take.startedAtMs)} is the only one of this question.`,
    next: 'Record another one, then compare the two.',
  }
}
