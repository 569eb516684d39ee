import { useEffect, useEffectEvent, useState } from 'react'
import type { TakeSubject } from '../capture/captureMachine'
import type { CaptureView } from '../capture/useCapture'
import { OneIntent } from '../lib/oneIntent'
import { useAnnounce } from '../ui/Announcer'
import { microphoneTrouble } from '../microphone/microphoneTroubleWords'

/** One for the app: a key that was pressed before the session was there is the same wish. */
const recordIntent = new OneIntent()

/** Whether a press of R or of Record, at this `timeStamp`, is a wish of its own. */
export function isNewRecordIntent(atMs: number): boolean {
  return recordIntent.isNew(atMs)
}

export interface Recording {
  /** Record, or Stop; too early it is a wish, and pressed again that is taken back. */
  readonly toggle: (atMs: number) => void
  /** Pause, or Resume. */
  readonly togglePause: (atMs: number) => void
}

interface RecordingOptions {
  /** What the next take answers; null: there is no next one. */
  readonly subject: () => TakeSubject | null
  /** Whatever sounds has to be silent from now on. */
  readonly onBegin: () => void
  /** Record was pressed before this was there. */
  readonly startsAtOnce: boolean
}

/** What Record, Stop and Pause do, whatever presses them: a key, a button, one of them twice. */
export function useRecording(
  capture: CaptureView,
  { subject, onBegin, startsAtOnce }: RecordingOptions,
): Recording {
  const announce = useAnnounce()
  const [pauseIntent] = useState(() => new OneIntent())
  // A take that ends by itself: who just now pressed Stop does not want another one.
  const isBroken = capture.state.kind === 'saving' && capture.state.fault !== null
  const noteEnd = useEffectEvent(() => recordIntent.isNew(performance.now()))
  useEffect(() => {
    if (isBroken) noteEnd()
  }, [isBroken])

  const begin = () => {
    const next = subject()
    if (!next) return
    onBegin()
    capture.record(next)
  }
  const beginAtOnce = useEffectEvent(() => startsAtOnce && begin())
  // The capture's own effects have run: the microphone is being opened.
  useEffect(() => void beginAtOnce(), [])

  return {
    toggle: (atMs) => {
      if (!recordIntent.isNew(atMs)) return
      const { state } = capture.source
      switch (state.kind) {
        case 'starting':
        case 'recording':
        case 'paused':
          void capture.stop()
          return
        case 'failed':
          announce(microphoneTrouble(state.reason).happened)
          return
        case 'closed':
        case 'ready':
          begin()
          return
        case 'opening':
        case 'saving':
          if (!state.wish) return begin()
          capture.withdraw()
          announce('Recording will not start')
      }
    },
    togglePause: (atMs) => {
      if (!pauseIntent.isNew(atMs)) return
      const { state } = capture.source
      const isPaused = state.kind === 'paused' || (state.kind === 'starting' && state.pauses)
      if (isPaused) capture.resume()
      else capture.pause()
    },
  }
}
