import { useCallback, useEffect, useRef, useState } from 'react'
import { claimPlayback } from '../player/playback'
import { useLocalVoices } from './useLocalVoices'
import { localVoices, missingVoiceWords, synthesis, voiceFor } from './voices'

/** A voice of the system for a language: not there at all, silent, or reading. */
export type VoiceState = 'missing' | 'silent' | 'speaking'

export interface Voice {
  readonly state: VoiceState
  /** Where it is missing: what to say about that. */
  readonly missingWords: string
  readonly speak: (text: string) => void
  readonly stop: () => void
}

/** What is being read now, and how its place among the sounds is given back. */
interface Reading {
  readonly utterance: SpeechSynthesisUtterance
  readonly release: () => void
}

/** Some systems never say that they came to the end. */
const LOOK_EVERY_MS = 1000

/**
 * Reads text of a language with the system's own voice, which works without a network. A bare Linux
 * has none, and nobody is read to in another language's sounds.
 */
export function useVoice(language: string): Voice {
  const voices = useLocalVoices()
  const isAvailable = voiceFor(language, voices) !== null
  const [speaking, setSpeaking] = useState(false)
  const reading = useRef<Reading | null>(null)

  const stop = useCallback(() => {
    const ended = reading.current
    if (!ended) return
    reading.current = null
    synthesis()?.cancel()
    ended.release()
    setSpeaking(false)
  }, [])

  const speak = useCallback(
    (text: string) => {
      stop()
      const voice = voiceFor(language, localVoices())
      if (!voice) return
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = language
      utterance.voice = voice
      // What was cancelled says so late, when the next one may be reading already.
      const ended = () => {
        if (reading.current?.utterance === utterance) stop()
      }
      utterance.addEventListener('end', ended)
      utterance.addEventListener('error', ended)
      reading.current = { utterance, release: claimPlayback(stop) }
      setSpeaking(true)
      synthesis()?.speak(utterance)
    },
    [language, stop],
  )

  useEffect(() => {
    if (!speaking) return
    const looking = setInterval(() => {
      if (!synthesis()?.speaking) stop()
    }, LOOK_EVERY_MS)
    return () => clearInterval(looking)
  }, [speaking, stop])

  useEffect(() => stop, [stop])

  return {
    state: isAvailable ? (speaking ? 'speaking' : 'silent') : 'missing',
    missingWords: missingVoiceWords(voices),
    speak,
    stop,
  }
}
