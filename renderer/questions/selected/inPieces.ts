import { MAX_QUESTIONS_AT_ONCE } from '../../../shared/defaults'

/** Does something with all of these questions, in their order, as many at once as main takes. */
export async function inPieces(
  questionIds: readonly string[],
  act: (piece: string[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < questionIds.length; from += MAX_QUESTIONS_AT_ONCE) {
    await act(questionIds.slice(from, from + MAX_QUESTIONS_AT_ONCE))
  }
}
