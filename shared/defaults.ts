import type { Rating, Settings } from './model'
import { USUAL_PRACTICE_MINUTES } from './practice/evening'

/*
 * Constants that the page needs at run time. They live apart from the schemas, so that the page
 * does not load a schema library for the sake of a number.
 */

/** After this long a deleted take or session is gone for good. */
export const UNDO_MS = 30_000

/** A shorter take was hardly meant: it is offered to be dropped, and answers nothing. */
export const VERY_SHORT_MS = 500

export const MAX_NOTES_CHARACTERS = 20_000

/** No text of a question may be longer: longer ones are a mistake, and no screen can show them. */
export const MAX_FIELD_CHARACTERS = 20_000
/** Of a pasted list that is not added yet: a longer one is kept as long as the app runs. */
export const MAX_PASTED_DRAFT_CHARACTERS = 200_000
/** In place of a question's id: the draft of a list that was pasted and not added yet. No pack is called so. */
export const PASTED_DRAFT_ID = 'pasted/list'
/** Of points, tags, follow-ups or examples of one question: more nobody has written. */
export const MAX_ITEMS = 100
/** Of a list: a pack, a file, what is looked at. */
export const MAX_QUESTIONS = 10_000

/** A session's title stands in a line of the history; a longer one is cut. */
export const MAX_TITLE_CHARACTERS = 200
/** A tag is a word or two. */
export const MAX_TAG_CHARACTERS = 60
export const MAX_SHORT_TITLE_CHARACTERS = 100
/** A follow-up is asked in a breath. */
export const MAX_FOLLOW_UP_CHARACTERS = 500
/** A line of an outline is a few key words. */
export const MAX_OUTLINE_LINE_CHARACTERS = 200
/** What one wants to say fits on a hand, twice. */
export const MAX_OUTLINE_LINES = 12

/** What an answer usually takes, where nobody has said anything else. */
export const USUAL_TARGET_MS = { shortestMs: 60_000, longestMs: 120_000 }
/** Who speaks in an example of one's own, where nobody has said. */
export const USUAL_EXAMPLE_LABEL = 'Example answer'
/** Questions that can be shown, or have their rows asked for, at once. */
export const MAX_QUESTION_ROWS = 200
/** Questions that are copied, moved or tagged at once. */
export const MAX_QUESTIONS_AT_ONCE = 1000

/** Where an interview is, in a line. */
export const MAX_WHERE_CHARACTERS = 200
/** Nobody means an interview before the first of these dates, or after the other: a mistyped year. */
export const FIRST_INTERVIEW_DATE = '2000-01-01'
export const LAST_INTERVIEW_DATE = '2099-12-31'
/** What they asked in an interview has this tag. */
export const ASKED_TAG = 'asked'

export const RATING_NAMES: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  microphoneId: null,
  processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  speed: 1,
  listLanguage: null,
  welcomed: false,
  showsOutline: true,
  showsOutlineWhileSpeaking: false,
  practiceScope: null,
  practiceMinutes: USUAL_PRACTICE_MINUTES,
}

/** Situation, task, action, result; then what was good and what was not. In the order in which they are offered. */
export const MARK_KINDS = [
  'situation',
  'task',
  'action',
  'result',
  'strong',
  'filler',
  'wandered',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export const MARK_NAMES: Record<MarkKind, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  strong: 'Strong',
  filler: 'Filler',
  wandered: 'Wandered',
}

/** While a take plays, these keys drop a mark at the playhead. */
export const MARK_KEYS: Record<MarkKind, string> = {
  situation: 'S',
  task: 'T',
  action: 'A',
  result: 'R',
  strong: 'G',
  filler: 'F',
  wandered: 'W',
}

export const MAX_MARK_NOTE_CHARACTERS = 500
/** More than one a second of a long answer: a key that is stuck, not a listener. */
export const MAX_MARKS_PER_TAKE = 500

export const RUBRIC_ITEMS = ['answered', 'concrete', 'followable', 'natural'] as const
export type RubricItem = (typeof RUBRIC_ITEMS)[number]

export const RUBRIC_QUESTIONS: Record<RubricItem, string> = {
  answered: 'Did I answer the question?',
  concrete: 'Was it concrete?',
  followable: 'Could one follow it?',
  natural: 'Did it sound like me?',
}

export const RUBRIC_STEP_NAMES = { 1: 'No', 2: 'Partly', 3: 'Mostly', 4: 'Yes' } as const

/** What is usual for a person is the median of this many takes before the one that is looked at ... */
export const USUAL_OF_TAKES = 10
/** ... and of no fewer than this: the median of one take is just another take. */
export const USUAL_FROM_TAKES = 3
