import { faultOf } from '../capture/captureMachine'
import type { CaptureView } from '../capture/useCapture'
import { Button } from '../ui/Button'
import { microphoneTrouble } from '../microphone/microphoneTroubleWords'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { faultWords } from './faultWords'

interface SessionTroublesProps {
  capture: CaptureView
  /** Whatever main refused last, or null. */
  trouble: unknown
  onTrouble: (trouble: unknown) => void
}

/** Everything that stands in the way of rehearsing, each with its way out; nothing where nothing does. */
export function SessionTroubles({ capture, trouble, onTrouble }: SessionTroublesProps) {
  const { state } = capture
  const fault = faultOf(state)
  return (
    <>
      {state.kind === 'failed' && (
        <Trouble words={microphoneTrouble(state.reason)}>
          <Button onClick={() => capture.retry()}>Try again</Button>
        </Trouble>
      )}
      {fault && (
        <Trouble {...faultWords(fault)}>
          <Button onClick={() => capture.dismissFault()}>Close</Button>
        </Trouble>
      )}
      {trouble !== null && (
        <Trouble {...troubleOf(trouble)}>
          <Button onClick={() => onTrouble(null)}>Close</Button>
        </Trouble>
      )}
    </>
  )
}
