import { useEffect } from 'react'
import type { CaptureState } from '../capture/machine'
import { useAnnounce } from '../ui/Announcer'

const SAID: Partial<Record<CaptureState['kind'], string>> = {
  recording: 'Recording started',
  paused: 'Recording paused',
}

/** Tells screen readers what the recorder does; "Take 2 saved" is said when the take is there. */
export function useAnnouncements(state: CaptureState): void {
  const announce = useAnnounce()
  const { kind } = state
  useEffect(() => {
    const said = SAID[kind]
    if (said) announce(said)
  }, [kind, announce])
}
