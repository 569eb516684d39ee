import type { Question } from '../../shared/model'

/**
 * What each example is called, none as another: those of one's own are called alike where nobody
 * has said who speaks.
 */
export function exampleNames(examples: Question['exampleAnswers']): string[] {
  const count = new Map<string, number>()
  return examples.map(({ label }) => {
    const nth = (count.get(label) ?? 0) + 1
    count.set(label, nth)
    return nth === 1 ? label : `${label} ${nth}`
  })
}
