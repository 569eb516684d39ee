import { type EndedTake, isAnswer } from '../../../shared/endedTake'
import type { Mark } from '../../../shared/marks'
import type { Measures } from '../../../shared/measures'
import type { QuestionHistory } from '../../../shared/questionHistory'

/** The two that are compared are told apart by their letters, everywhere. */
export type Letter = 'A' | 'B'
export const LETTERS: readonly Letter[] = ['A', 'B']

export function otherLetter(letter: Letter): Letter {
  return letter === 'A' ? 'B' : 'A'
}

/** What is known of one take that is compared. */
export interface Side {
  readonly take: EndedTake
  readonly measures: Measures | null
  readonly marks: readonly Mark[]
}

export type Sides = Readonly<Record<Letter, Side>>

/** What the address asks for, found among the takes of the question. */
export type Pair =
  | { kind: 'takes'; sides: Sides }
  | { kind: 'example'; side: Side }
  /** Both letters stand for one take. */
  | { kind: 'same'; side: Side }
  | { kind: 'missing'; letters: readonly Letter[] }

export function findPair(history: QuestionHistory, takeA: string, takeB: string): Pair {
  const a = findSide(history, takeA)
  const b = findSide(history, takeB)
  if (takeB === 'example' && a) return { kind: 'example', side: a }
  if (a && b) {
    return takeA === takeB ? { kind: 'same', side: a } : { kind: 'takes', sides: { A: a, B: b } }
  }
  const found = { A: a, B: takeB === 'example' ? true : b }
  return { kind: 'missing', letters: LETTERS.filter((letter) => !found[letter]) }
}

/** What a take is compared with that would be compared with itself: the one before it, else what there is. */
export function insteadOf(history: QuestionHistory, takeId: string): string | null {
  const sides = sidesOf(history)
  const index = sides.findIndex(({ take }) => take.id === takeId)
  const other = sides[index - 1] ?? sides[index + 1]
  return other?.take.id ?? (history.question.exampleAnswers.length > 0 ? 'example' : null)
}

function findSide(history: QuestionHistory, takeId: string): Side | undefined {
  return sidesOf(history).find(({ take }) => take.id === takeId)
}

/** Every take that can be chosen, oldest first: those of follow-ups answer something else. */
export function sidesOf(history: QuestionHistory): Side[] {
  return history.takes.flatMap(({ take, measures, marks }) =>
    isAnswer(take) ? [{ take, measures, marks }] : [],
  )
}
