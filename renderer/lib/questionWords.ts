import type { Question, Take } from '../../shared/model'

/**
 * What a question is called in a narrow list: by its short title, else by itself. What is too long
 * even so is cut at its end by the list's own style, so that there is one ellipsis and no more.
 */
export function shortName({
  shortTitle,
  question,
}: Pick<Question, 'shortTitle' | 'question'>): string {
  return shortTitle ?? question
}

/** From so many characters on a question as a heading is several lines. */
const LONG_CHARACTERS = 90

/** Whether it has to be set smaller, or called by its short title, where it is a heading. */
export function isLongQuestion({ question }: Pick<Question, 'question'>): boolean {
  return question.length > LONG_CHARACTERS
}

/** "Follow-up: And who paid for it?"; null for a take that answers the question itself. */
export function followUpWords({ followUp }: Pick<Take, 'followUp'>): string | null {
  return followUp === '' ? null : `Follow-up: ${followUp}`
}
