import type { ListedSession } from '../sessionList'

/** A common word is found everywhere; three questions of a session tell enough. */
export const MATCHES_SHOWN = 3

type Match = ListedSession['matches'][number]

interface FoundQuestion {
  readonly questionId: string
  readonly question: string
  readonly shortTitle: string | null
  readonly language: string
  /** The words stand in the question itself. */
  readonly isFound: boolean
  /** What was found in its example answers and in the notes of its takes. */
  readonly texts: readonly Match[]
}

/** One entry a question, in the order in which main found them. */
export function matchesByQuestion(matches: readonly Match[]): FoundQuestion[] {
  const found = new Map<string, FoundQuestion>()
  for (const match of matches) {
    const { questionId, question, shortTitle, language, foundIn } = match
    const named = { questionId, question, shortTitle, language, isFound: false, texts: [] }
    const known = found.get(questionId) ?? named
    found.set(
      questionId,
      foundIn === 'question'
        ? { ...known, isFound: true }
        : { ...known, texts: [...known.texts, match] },
    )
  }
  return [...found.values()]
}
