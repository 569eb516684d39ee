import type { QuestionFilter } from '../../../shared/questions/questionRequests'

/** Kinds of questions, in the order in which they are offered. */
export const FILTER_NAMES: Record<QuestionFilter, string> = {
  all: 'All',
  neverSaid: 'Never said',
  starred: 'Starred',
  weak: 'Weak',
  notForMe: 'Not for me',
}

export const FILTERS = Object.keys(FILTER_NAMES) as QuestionFilter[]
