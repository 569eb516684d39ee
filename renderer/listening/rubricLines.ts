import { RUBRIC_ITEMS, RUBRIC_QUESTIONS, type RubricItem } from '../../shared/defaults'
import type { ReviewedTake } from '../../shared/questionHistory'
import type { RubricStep } from '../../shared/rubric'

export interface RubricLine {
  readonly item: RubricItem
  readonly question: string
  /** One for each take, in the order of the takes; null where it was not answered. */
  readonly steps: readonly (RubricStep | null)[]
}

/** What was answered to each of the four questions, take by take; a question that was never answered is left out. */
export function rubricLines(takes: readonly ReviewedTake[]): readonly RubricLine[] {
  return RUBRIC_ITEMS.map((item) => ({
    item,
    question: RUBRIC_QUESTIONS[item],
    steps: takes.map(({ rubric }) => rubric[item]),
  })).filter(({ steps }) => steps.some((step) => step !== null))
}
