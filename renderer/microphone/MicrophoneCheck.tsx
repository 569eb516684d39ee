import { useEffect } from 'react'
import type { Settings } from '../../shared/model'
import { LevelMeter } from '../level/LevelMeter'
import { useCapture, useInputHint, type CaptureView } from '../capture/useCapture'
import { useAnnounce } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { microphoneTrouble } from './microphoneTroubleWords'
import { Trouble } from '../ui/Trouble'
import { hearingWords } from './hearingWords'
import { useHeard } from './useHeard'
import styles from './Microphone.module.css'

interface MicrophoneCheckProps extends Pick<Settings, 'microphoneId' | 'processing'> {
  /** The permission is there now, so that the microphones have names. */
  readonly onOpened: () => void
}

/** Holds the microphone open while it is on the screen, and says what it hears. Nothing is kept. */
export function MicrophoneCheck({ microphoneId, processing, onOpened }: MicrophoneCheckProps) {
  const capture = useCapture({ microphoneId, processing })
  const isOpen = capture.state.kind === 'ready'
  useEffect(() => {
    if (isOpen) onOpened()
  }, [isOpen, onOpened])

  if (capture.state.kind === 'failed') {
    return (
      <Trouble words={microphoneTrouble(capture.state.reason)}>
        <Button onClick={capture.retry}>Try again</Button>
      </Trouble>
    )
  }
  if (!isOpen) return <Loading>Opening the microphone</Loading>
  return <Hearing capture={capture} key={capture.microphone?.label} />
}

function Hearing({ capture }: { readonly capture: CaptureView }) {
  const hint = useInputHint(capture)
  const words = hearingWords(hint, useHeard(capture.levels))
  const announce = useAnnounce()
  useEffect(() => announce(words), [announce, words])
  return (
    <div className={styles['hearing']}>
      <LevelMeter capture={capture} />
      <p className={styles['words']}>{words}</p>
      {capture.microphone?.isFallback && (
        <p className={styles['fallback']}>
          The chosen microphone is not connected. This is {capture.microphone.label}.
        </p>
      )}
    </div>
  )
}
