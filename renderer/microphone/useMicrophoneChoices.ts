import { useCallback, useEffect, useState } from 'react'
import { microphoneChoices, type MicrophoneChoice } from './microphoneChoices'

/**
 * The microphones of this machine, without opening any. Their names may be known only after one
 * was opened with the person's permission: look again then.
 */
export function useMicrophoneChoices(): readonly [
  choices: readonly MicrophoneChoice[],
  lookAgain: () => void,
] {
  const [choices, setChoices] = useState<readonly MicrophoneChoice[]>([])
  const lookAgain = useCallback(() => {
    // Without an answer the list stays as it is: the system's default one can always be chosen.
    navigator.mediaDevices.enumerateDevices().then(
      (devices) => setChoices(microphoneChoices(devices)),
      () => {},
    )
  }, [])
  useEffect(() => {
    lookAgain()
    navigator.mediaDevices.addEventListener('devicechange', lookAgain)
    return () => navigator.mediaDevices.removeEventListener('devicechange', lookAgain)
  }, [lookAgain])
  return [choices, lookAgain]
}
