/**
 * The questions as they fit a narrow list: where several begin alike ("What is your experience
 * with ..."), the shared beginning is left out, so that what tells them apart can be read.
 */
export function shortQuestions(questions: readonly string[]): string[] {
  const words = questions.map((question) => question.split(' '))
  return words.map((own, index) => {
    const others = words.filter((_, other) => other !== index)
    const shared = Math.max(0, ...others.map((other) => sharedWords(own, other)))
    // Two shared words are no pattern; and one word alone would not be understood.
    const left = shared < 3 ? 0 : Math.min(shared, own.length - 2)
    return left > 0 ? `…${own.slice(left).join(' ')}` : own.join(' ')
  })
}

function sharedWords(one: readonly string[], other: readonly string[]): number {
  const difference = one.findIndex((word, index) => word !== other[index])
  return difference === -1 ? one.length : difference
}
