import { useEffect, useRef } from 'react'
import type { CaptureState } from '../capture/machine'
import { useAnnounce } from '../ui/Announcer'

type Kind = CaptureState['kind']

/** A hint can come and go with every breath; the same one is not said again for this long. */
const SAME_HINT_AFTER_MS = 30_000

/** Tells screen readers what the recorder does; "Take 2 saved" is said when the take is there. */
export function useAnnouncements({ kind }: CaptureState): void {
  const announce = useAnnounce()
  const previous = useRef<Kind>(kind)
  useEffect(() => {
    const said = changeWords(previous.current, kind)
    previous.current = kind
    if (said) announce(said)
  }, [kind, announce])
}

/** Tells screen readers the recorder's hint when it appears, and not again while it stays. */
export function useHintAnnouncements(hint: string | null): void {
  const announce = useAnnounce()
  const saidAtMs = useRef(new Map<string, number>())
  useEffect(() => {
    if (hint === null) return
    const nowMs = Date.now()
    const beforeMs = saidAtMs.current.get(hint)
    if (beforeMs !== undefined && nowMs - beforeMs < SAME_HINT_AFTER_MS) return
    saidAtMs.current.set(hint, nowMs)
    announce(hint)
  }, [hint, announce])
}

function changeWords(from: Kind, to: Kind): string | null {
  if (from === to) return null
  if (to === 'paused') return 'Recording paused'
  if (to !== 'recording') return null
  return from === 'paused' ? 'Recording resumed' : 'Recording started'
}
