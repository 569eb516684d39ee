/** What an evening has time for, where nobody has said anything else. */
export const USUAL_PRACTICE_MINUTES = 20
export const MIN_PRACTICE_MINUTES = 5
export const MAX_PRACTICE_MINUTES = 120
