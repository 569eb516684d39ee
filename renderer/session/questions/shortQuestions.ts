/** A question as it fits a narrow list. */
export interface ShortQuestion {
  /** Its last words; all of them when no other question begins like it. */
  text: string
  isShortened: boolean
}

/**
 * Where several questions begin alike ("What is your experience with ..."), the shared beginning is
 * left out, so that what tells them apart can be read.
 */
export function shortQuestions(questions: readonly string[]): ShortQuestion[] {
  const words = questions.map((question) => question.split(' '))
  return words.map((own, index) => {
    const others = words.filter((_, other) => other !== index)
    const shared = Math.max(0, ...others.map((other) => sharedWords(own, other)))
    // Two shared words are no pattern; and one word alone would not be understood.
    const left = shared < 3 ? 0 : Math.max(0, Math.min(shared, own.length - 2))
    return { text: own.slice(left).join(' '), isShortened: left > 0 }
  })
}

function sharedWords(one: readonly string[], other: readonly string[]): number {
  const difference = one.findIndex((word, index) => word !== other[index])
  return difference === -1 ? one.length : difference
}
