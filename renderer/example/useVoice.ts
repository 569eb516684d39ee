import { useCallback, useEffect, useRef, useState } from 'react'
import { claimPlayback } from '../player/playback'

/** The system's voice: not there at all, silent, or reading. */
export type VoiceState = 'missing' | 'silent' | 'speaking'

export interface Voice {
  readonly state: VoiceState
  readonly speak: (text: string, language: string) => void
  readonly stop: () => void
}

/** What is being read now, and how its place among the sounds is given back. */
interface Reading {
  readonly utterance: SpeechSynthesisUtterance
  readonly release: () => void
}

/** Some systems never say that they came to the end. */
const LOOK_EVERY_MS = 1000

/** Reads text with the system's own voice, which works without a network; a bare Linux has none. */
export function useVoice(): Voice {
  const [available, setAvailable] = useState(hasVoice)
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
    (text: string, language: string) => {
      stop()
      const voice = localVoice(language)
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
    [stop],
  )

  useEffect(() => {
    const voices = synthesis()
    // The list of voices is loaded late, and changes when the system's does.
    const onVoices = () => setAvailable(hasVoice())
    onVoices()
    voices?.addEventListener('voiceschanged', onVoices)
    return () => voices?.removeEventListener('voiceschanged', onVoices)
  }, [])

  useEffect(() => {
    if (!speaking) return
    const looking = setInterval(() => {
      if (!synthesis()?.speaking) stop()
    }, LOOK_EVERY_MS)
    return () => clearInterval(looking)
  }, [speaking, stop])

  useEffect(() => stop, [stop])

  return { state: available ? (speaking ? 'speaking' : 'silent') : 'missing', speak, stop }
}

function synthesis(): SpeechSynthesis | null {
  return typeof speechSynthesis === 'undefined' ? null : speechSynthesis
}

function hasVoice(): boolean {
  return localVoice('') !== null
}

/** A network voice would send the text away: only those of this machine count. */
function localVoice(language: string): SpeechSynthesisVoice | null {
  const voices = synthesis()?.getVoices() ?? []
  const local = voices.filter(({ localService }) => localService)
  return local.find(({ lang }) => lang.startsWith(language)) ?? local[0] ?? null
}
