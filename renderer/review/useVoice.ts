import { useCallback, useEffect, useRef, useState } from 'react'
import { claimPlayback } from '../waveform/playback'

/** The system's voice: not there at all, silent, or reading. */
export type VoiceState = 'missing' | 'silent' | 'speaking'

export interface Voice {
  state: VoiceState
  speak: (text: string, language: string) => void
  stop: () => void
}

function hasVoices(): boolean {
  return typeof speechSynthesis !== 'undefined' && speechSynthesis.getVoices().length > 0
}

/** Reads text with the system's own voice, which works without a network; a bare Linux has none. */
export function useVoice(): Voice {
  const [available, setAvailable] = useState(hasVoices)
  const [speaking, setSpeaking] = useState(false)
  const release = useRef<(() => void) | null>(null)

  useEffect(() => {
    if (typeof speechSynthesis === 'undefined') return
    // The list of voices is loaded late, and changes when the system's does.
    const onVoices = () => setAvailable(hasVoices())
    onVoices()
    speechSynthesis.addEventListener('voiceschanged', onVoices)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', onVoices)
      speechSynthesis.cancel()
      release.current?.()
    }
  }, [])

  const stop = useCallback(() => {
    speechSynthesis.cancel()
    setSpeaking(false)
    release.current?.()
    release.current = null
  }, [])

  const speak = useCallback(
    (text: string, language: string) => {
      stop()
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = language
      // A network voice would send the text away; only voices of this machine are used.
      const local = speechSynthesis.getVoices().filter(({ localService }) => localService)
      const voice = local.find(({ lang }) => lang.startsWith(language)) ?? local[0]
      if (voice) utterance.voice = voice
      utterance.addEventListener('end', stop)
      utterance.addEventListener('error', stop)
      release.current = claimPlayback(stop)
      setSpeaking(true)
      speechSynthesis.speak(utterance)
    },
    [stop],
  )

  return { state: available ? (speaking ? 'speaking' : 'silent') : 'missing', speak, stop }
}
