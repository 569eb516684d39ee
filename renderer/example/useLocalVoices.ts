import { useEffect, useState } from 'react'
import { localVoices, synthesis } from './voices'

/** The voices of this machine. Their list is loaded late, and changes when the system's does. */
export function useLocalVoices(): readonly SpeechSynthesisVoice[] {
  // Only looked at again when the list changes.
  const [voices, setVoices] = useState(localVoices)
  useEffect(() => {
    const source = synthesis()
    const onVoices = () => setVoices(localVoices())
    onVoices()
    source?.addEventListener('voiceschanged', onVoices)
    return () => source?.removeEventListener('voiceschanged', onVoices)
  }, [])
  return voices
}
