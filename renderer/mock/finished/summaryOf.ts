import { countsAsAnswer } from '../../../shared/endedTake'
import { missesLength } from '../../../shared/mock/answerLength'
import type { UsualAnswers } from '../../../shared/mock/usualAnswers'
import type { Session } from '../../../shared/model'
import { count, formatClock, formatPause } from '../../lib/format'
import { answersOf } from './answersOf'
import type { LongestSilence } from './useLongestSilence'

export interface SummaryFact {
  readonly name: string
  readonly fact: string
  /** What is usual; null when too little is known of it. */
  readonly beside: string | null
}

/** What can be said of an interview in three lines. */
export function summaryOf(
  session: Pick<Session, 'questions' | 'spokenMs'>,
  usual: UsualAnswers | null,
  silence: LongestSilence,
): SummaryFact[] {
  const answers = answersOf(session).filter(
    ({ take }) => countsAsAnswer(take) && take.state === 'ready',
  )
  const misses = answers.map(({ question, take }) => missesLength(take.durationMs, question.target))
  const answerMs = answers.reduce((sum, { take }) => sum + take.durationMs, 0) / answers.length
  const each = answers.length > 1 ? `, ${formatClock(answerMs)} an answer` : ''
  return [
    {
      name: 'Time you spoke',
      fact: `${formatClock(session.spokenMs)}${each}`,
      beside: usual && `Usually ${formatClock(usual.answerMs)} an answer`,
    },
    {
      name: 'Longest silence',
      fact: silence.isKnown
        ? silence.longestMs === null
          ? 'Nothing could be measured'
          : formatPause(silence.longestMs)
        : 'Being measured',
      beside: silence.usualMs === null ? null : `Usually ${formatPause(silence.usualMs)}`,
    },
    {
      name: 'Length of the answers',
      fact: missesWords(
        answers.length,
        misses.filter((miss) => miss === 'over').length,
        misses.filter((miss) => miss === 'under').length,
      ),
      beside: usual && usualWords(usual),
    },
  ]
}

function missesWords(answerCount: number, overCount: number, underCount: number): string {
  const fitCount = answerCount - overCount - underCount
  const parts = [
    overCount > 0 && `${overCount} too long`,
    underCount > 0 && `${underCount} too short`,
    fitCount > 0 && `${fitCount} fitting`,
  ].filter((part) => part !== false)
  return parts.join(', ')
}

/** "Of your last 10 answers: 2 too long, 1 too short, 7 fitting" */
function usualWords({ answerCount, overCount, underCount }: UsualAnswers): string {
  const before = count(answerCount, 'answer')
  return `In the ${before} before: ${missesWords(answerCount, overCount, underCount)}`
}
