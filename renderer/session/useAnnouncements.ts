import { useEffect, useRef } from 'react'
import type { CaptureState } from '../capture/captureMachine'
import { useAnnounce } from '../ui/Announcer'

/** A hint can come and go with every breath; the same one is not said again for this long. */
const SAME_HINT_AFTER_MS = 30_000

/** Tells screen readers what the recorder does; "Take 2 saved" is said when the take is there. */
export function useAnnouncements(state: CaptureState): void {
  const announce = useAnnounce()
  const previous = useRef(state)
  useEffect(() => {
    const said = changeWords(previous.current, state)
    previous.current = state
    if (said) announce(said)
  }, [state, announce])
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

/** Tells screen readers when another microphone is listening than before; null while none is. */
export function useMicrophoneAnnouncements(label: string | null): void {
  const announce = useAnnounce()
  const previous = useRef<string | null>(null)
  useEffect(() => {
    if (label === null) return
    if (previous.current !== null && previous.current !== label) announce(`Microphone: ${label}`)
    previous.current = label
  }, [label, announce])
}

function changeWords(from: CaptureState, to: CaptureState): string | null {
  if (to.kind === 'paused') return from.kind === 'paused' ? null : 'Recording paused'
  if (to.kind !== 'recording') return null
  if (from.kind === 'paused') return 'Recording resumed'
  if (from.kind !== 'recording') return 'Recording started'
  return from.missing && !to.missing ? 'Sound is back' : null
}
