import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Processing, Take } from '../../shared/model'
import { Capture, type CaptureSnapshot } from './capture'
import type { TakeFault } from './captureMachine'
import type { InputHint } from '../level/inputHint'

export interface CaptureOptions {
  /** Null is the system's default one. */
  microphoneId: string | null
  processing: Processing
  /** Hears of each saved take, also of one that ended because the screen was left. */
  onTakeSaved?: (take: Take) => void
  /** Hears what went wrong with a take that ended because the screen was left. */
  onUnseenFault?: (fault: TakeFault) => void
}

/** What a screen sees of capture: what to render, and what can be done. */
export interface CaptureView
  extends
    CaptureSnapshot,
    Pick<
      Capture,
      'levels' | 'record' | 'withdraw' | 'pause' | 'resume' | 'stop' | 'retry' | 'dismissFault'
    > {
  /** For `useElapsed` and `useInputHint`, which render more often than a screen should. */
  readonly source: Capture
}

/**
 * Holds the microphone open for as long as the calling screen is there. Leaving the screen in the
 * middle of a take finishes the take first.
 */
export function useCapture(options: CaptureOptions): CaptureView {
  const { microphoneId, processing, onTakeSaved, onUnseenFault } = options
  const [source] = useState(() => new Capture())
  const { echoCancellation, noiseSuppression, autoGainControl } = processing

  useEffect(() => source.tellTakesTo(onTakeSaved ?? null), [source, onTakeSaved])
  useEffect(() => source.tellUnseenFaultsTo(onUnseenFault ?? null), [source, onUnseenFault])

  useEffect(() => {
    source.open({
      microphoneId,
      processing: { echoCancellation, noiseSuppression, autoGainControl },
    })
  }, [source, microphoneId, echoCancellation, noiseSuppression, autoGainControl])

  useEffect(() => source.close, [source])

  const snapshot = useSyncExternalStore(source.snapshot.subscribe, source.snapshot.get)
  return useMemo(() => {
    const { levels, record, withdraw, pause, resume, stop, retry, dismissFault } = source
    const acts = { record, withdraw, pause, resume, stop, retry, dismissFault }
    return { ...snapshot, levels, ...acts, source }
  }, [source, snapshot])
}

const ELAPSED_STEP_MS = 1000

/** The length of the running take in milliseconds, in whole seconds: a clock shows no more. */
export function useElapsed({ source }: Pick<CaptureView, 'source'>): number {
  return useSyncExternalStore(
    source.levels.subscribe,
    () => Math.floor(source.elapsedMs / ELAPSED_STEP_MS) * ELAPSED_STEP_MS,
  )
}

/** What to say about the sound that comes in, or null. */
export function useInputHint({ source }: Pick<CaptureView, 'source'>): InputHint | null {
  return useSyncExternalStore(source.hint.subscribe, source.hint.get)
}
