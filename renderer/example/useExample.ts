import { useState } from 'react'
import type { SessionQuestion } from '../../shared/model'
import { useAnnounce } from '../ui/Announcer'
import { useVoice, type VoiceState } from './useVoice'

export interface Example {
  /** It may be looked at: there is a take of one's own, or it was asked for. */
  readonly isShown: boolean
  readonly show: () => void
  /** Which of the question's examples, from 0. */
  readonly index: number
  readonly choose: (index: number) => void
  readonly voice: VoiceState
  /** Where there is no voice: what to say about that. */
  readonly missingWords: string
  /** Reads the example out, or stops reading. */
  readonly listen: () => void
  readonly stopListening: () => void
}

/** The example answer of a question: hidden until the first take, so that the first try is one's own. */
export function useExample(question: SessionQuestion, hasTake: boolean): Example {
  const [shownFor, setShownFor] = useState<string | null>(null)
  const [chosen, setChosen] = useState({ questionId: question.id, index: 0 })
  const voice = useVoice(question.language)
  const announce = useAnnounce()
  const index = chosen.questionId === question.id ? chosen.index : 0

  return {
    isShown: hasTake || shownFor === question.id,
    show: () => setShownFor(question.id),
    index,
    choose: (next) => {
      voice.stop()
      setChosen({ questionId: question.id, index: next })
    },
    voice: voice.state,
    missingWords: voice.missingWords,
    listen: () => {
      const answer = question.exampleAnswers[index]
      if (!answer) return
      if (voice.state === 'missing') announce(voice.missingWords)
      else if (voice.state === 'speaking') voice.stop()
      else voice.speak(answer.text)
    },
    stopListening: voice.stop,
  }
}
