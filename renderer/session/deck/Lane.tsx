import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isTakeRunning } from '../../capture/captureMachine'
import type { CaptureView } from '../../capture/useCapture'
import { Button } from '../../ui/Button'
import { LiveWaveform } from '../../waveform/LiveWaveform'
import styles from './Lane.module.css'

interface LaneProps {
  readonly capture: CaptureView
  /** There is a take to listen to: the wave is drawn only while another one is made. */
  readonly hasTake: boolean
  /** What is wrong with the sound that comes in, or with the disk, and what to do. */
  readonly advice: string | null
  /** The way out where the advice is about a microphone that sends nothing; else null. */
  readonly onChooseMicrophone: (() => void) | null
  /** Alerts: what stands in the way of rehearsing. Nothing, or an element that may be empty. */
  readonly children: ReactNode
}

/**
 * Over the recorder's row: the live wave, and whatever there is to say about the sound. Before the
 * first take it has its place; later it rises over the page while a take is made, and nothing on the
 * page moves.
 */
export function Lane(props: LaneProps) {
  const { capture, hasTake, advice, onChooseMicrophone, children } = props
  const { state } = capture
  const isFailed = state.kind === 'failed'
  const isRunning = isTakeRunning(state)
  const hasWave = isRunning || !hasTake
  const isOver = isRunning && hasTake
  return (
    <div className={styles['lane']} data-wave={hasWave} data-over={isOver}>
      {children}
      {!isFailed && (hasWave || advice !== null) && (
        <p className={styles['advice']}>
          {onChooseMicrophone && <CircleAlert className={styles['sign']} aria-hidden="true" />}
          {advice}
          {onChooseMicrophone && (
            <Button className={styles['way']} onClick={onChooseMicrophone}>
              Choose microphone
            </Button>
          )}
        </p>
      )}
      {!isFailed && hasWave && (
        <div className={styles['wave']}>
          <LiveWaveform capture={capture} />
        </div>
      )}
    </div>
  )
}
