import { USUAL_TARGET_MS } from '../../../shared/defaults'
import type { PackSummary } from '../../../shared/model'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import { formatClock } from '../../lib/format'

/** What stands in the form of a question, right or not. */
export interface FormValues {
  /** Empty: a new pack, which is called as `packTitle` says. */
  readonly packId: string
  readonly packTitle: string
  readonly question: string
  readonly shortTitle: string
  readonly whyTheyAsk: string
  /** Of the person's own layer, a line each, as the other lists below. */
  readonly outline: string
  readonly exampleAnswers: readonly string[]
  readonly followUps: string
  readonly talkingPoints: string
  readonly pitfalls: string
  /** With commas between them. */
  readonly tags: string
  /** Empty: that of the pack. */
  readonly language: string
  /** As a clock says it. */
  readonly shortest: string
  readonly longest: string
}

export type FormField = keyof FormValues

/** The first pack of one's own, while nobody has called it otherwise. */
export const USUAL_PACK_TITLE = 'My questions'

/** The form of a new question, for this pack or the first one. */
export function emptyValues(packs: readonly PackSummary[], packId: string | null): FormValues {
  const pack = packs.find(({ id }) => id === packId) ?? packs[0]
  return {
    packId: pack?.id ?? '',
    packTitle: USUAL_PACK_TITLE,
    question: '',
    shortTitle: '',
    whyTheyAsk: '',
    outline: '',
    exampleAnswers: [''],
    followUps: '',
    talkingPoints: '',
    pitfalls: '',
    tags: '',
    language: '',
    shortest: formatClock(USUAL_TARGET_MS.shortestMs),
    longest: formatClock(USUAL_TARGET_MS.longestMs),
  }
}

/** The form of a question of one's own as it is kept. */
export function valuesOf(
  { question, layer, pack }: QuestionCard,
  packs: readonly PackSummary[],
): FormValues {
  const packLanguage = packs.find(({ id }) => id === pack.id)?.language
  return {
    packId: pack.id,
    packTitle: USUAL_PACK_TITLE,
    question: question.question,
    shortTitle: question.shortTitle ?? '',
    whyTheyAsk: question.whyTheyAsk,
    outline: layer.outline.join('\n'),
    exampleAnswers:
      question.exampleAnswers.length > 0 ? question.exampleAnswers.map(({ text }) => text) : [''],
    followUps: question.followUps.join('\n'),
    talkingPoints: question.talkingPoints.join('\n'),
    pitfalls: question.pitfalls.join('\n'),
    tags: question.tags.join(', '),
    language: question.language === packLanguage ? '' : question.language,
    shortest: formatClock(question.target.shortestMs),
    longest: formatClock(question.target.longestMs),
  }
}
