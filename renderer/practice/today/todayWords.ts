import { RATING_NAMES } from '../../../shared/defaults'
import { dayStartMs, daysBetween, type Day } from '../../../shared/practice/day'
import type { PracticeReason, Today } from '../../../shared/practice/practiceRequests'
import { count, formatDay, formatWeekday } from '../../lib/format'

/** Why a question is there today, in a few words: "You rated it Hard on Tuesday". */
export function reasonWords(reason: PracticeReason): string {
  switch (reason.kind) {
    case 'asked':
      return 'They asked it'
    case 'rated':
      return `You rated it ${RATING_NAMES[reason.rating]} ${ratedDayWords(reason)}`
    case 'leftOut':
      return `You left out “${reason.line}”`
    case 'notSaid':
      return `Not said for ${reason.days === 1 ? 'a day' : count(reason.days, 'day')}`
    case 'starred':
      return 'Starred'
    case 'new':
      return 'New'
  }
}

function ratedDayWords({ day, daysAgo }: Extract<PracticeReason, { kind: 'rated' }>): string {
  if (daysAgo <= 1) return 'yesterday'
  const atMs = dayStartMs(day)
  return daysAgo < 7 ? `on ${formatWeekday(atMs)}` : `on ${formatDay(atMs)}`
}

const MS_PER_MINUTE = 60_000

/** "4 questions, about 12 min": what is still to be said. */
export function remainingWords({ questions, remainingMs }: Today): string {
  const left = questions.filter(({ isSaid }) => !isSaid).length
  const said = questions.length - left
  const minutes = Math.max(1, Math.round(remainingMs / MS_PER_MINUTE))
  const time = `about ${String(minutes)} min`
  return said > 0
    ? `${String(said)} of ${count(questions.length, 'question')} said, ${time} left`
    : `${count(left, 'question')}, ${time}`
}

/** What is special about the days before an interview; null on the others. */
export function phaseWords({
  phase,
  questions,
}: Pick<Today, 'phase' | 'questions'>): string | null {
  switch (phase) {
    case 'noDate':
    case 'learning':
      return null
    case 'lastDays':
      // What was never said is begun even now, where there was no time for it before.
      return questions.some(({ reason }) => reason.kind === 'new')
        ? null
        : 'Nothing new any more: what you know well enough gets better now.'
    case 'dayBefore':
      return 'Tomorrow is the day. Say these once more, then let it rest.'
    case 'interviewDay':
      return 'Today is the day. Say these once to warm up, nothing else.'
  }
}

/** "Next: 3 questions tomorrow." */
export function nextWords({ next, day }: Pick<Today, 'next' | 'day'>): string | null {
  if (!next) return null
  return `Next: ${count(next.questionCount, 'question')} ${comingDayWords(next.day, day)}.`
}

function comingDayWords(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days <= 1) return 'tomorrow'
  const atMs = dayStartMs(day)
  return days < 7 ? `on ${formatWeekday(atMs)}` : `on ${formatDay(atMs)}`
}

/** "5 questions said in 7 takes, 9 min spoken" */
export function doneWords({ done }: Pick<Today, 'done'>): string {
  const { questionCount, takeCount, spokenMs } = done
  const takes = takeCount > questionCount ? ` in ${count(takeCount, 'take')}` : ''
  const minutes = Math.round(spokenMs / MS_PER_MINUTE)
  const spoken = minutes < 1 ? 'less than a minute spoken' : `${String(minutes)} min spoken`
  return `${count(questionCount, 'question')} said${takes}, ${spoken}`
}
