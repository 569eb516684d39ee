import type { ErrorWords } from '../../../shared/errors'
import { count } from '../../lib/format'
import { microphoneTrouble } from '../../microphone/microphoneTroubleWords'
import { faultWords } from '../../session/faultWords'
import type { InterviewTrouble } from '../interviewMachine'

/** What stands in the way of the interview, what is kept of it, and what to do. */
export function interviewTroubleWords(trouble: InterviewTrouble): {
  words: ErrorWords
  code?: string
} {
  switch (trouble.kind) {
    case 'no-microphone':
      return { words: microphoneTrouble(trouble.reason) }
    case 'silence':
      return {
        words: {
          happened: trouble.isHeard
            ? 'For a while no sound has come from the microphone.'
            : 'No sound comes from the microphone.',
          kept: 'What arrived before is saved.',
          next: 'It may be muted, or it may be the wrong one. Look at it, then go on.',
        },
      }
    case 'fault':
      return faultWords(trouble.fault)
  }
}

/** How much is kept, and what comes next. */
export function keptWords(place: number, questionCount: number): string {
  if (place === 0) return 'Nothing was said yet. It begins with the first question again.'
  const kept = `What you said to ${place} of ${count(questionCount, 'question')} is kept.`
  return place >= questionCount ? kept : `${kept} It goes on with question ${place + 1}.`
}
