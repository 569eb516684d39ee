import type { Take } from '../../../shared/model'

/* The lists in which something can be deleted and taken back, by name: see DeletedPlace. */

export const SESSIONS = 'sessions'
export const QUESTIONS = 'questions'
export const PACKS = 'packs'
export const INTERVIEWS = 'interviews'

/** The takes of one question in one session. */
export function takesOf({ sessionId, questionId }: Pick<Take, 'sessionId' | 'questionId'>): string {
  return `takes of ${questionId} in ${sessionId}`
}
