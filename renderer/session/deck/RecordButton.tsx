import { MARK_KEYS } from '../../../shared/defaults'
import { wishOf, type CaptureState } from '../../capture/captureMachine'
import { keyHint } from '../../keys/keySigns'
import { Button } from '../../ui/Button'
import styles from './Deck.module.css'

const AGAIN = `Record again (${keyHint('record')}). While a take plays, ${MARK_KEYS.result} marks the result.`

interface RecordButtonProps {
  readonly state: CaptureState
  readonly hasTake: boolean
  /** No sound comes in: it can be pressed, but is no invitation. */
  readonly hearsNothing: boolean
  /** Record or Stop was pressed, at this `timeStamp`. */
  readonly onPress: (atMs: number) => void
}

/** Record, Record again and Stop are one button: it keeps its place, its width and the focus. */
export function RecordButton({ state, hasTake, hearsNothing, onPress }: RecordButtonProps) {
  const press = ({ timeStamp }: { timeStamp: number }) => onPress(timeStamp)
  const isWished = wishOf(state) !== null
  const invites = !hasTake && !hearsNothing && (state.kind === 'ready' || isWished)
  switch (state.kind) {
    case 'starting':
    case 'recording':
    case 'paused':
      return (
        <Button
          look="record"
          icon={<span className={styles['square']} />}
          command="record"
          label="Stop"
          onClick={press}
        >
          Stop
        </Button>
      )
    case 'closed':
    case 'opening':
    case 'failed':
    case 'ready':
    case 'saving':
      return (
        <Button
          look={invites ? 'record' : 'plain'}
          className={hasTake ? styles['recordAgain'] : undefined}
          icon={<span className={styles['dot']} />}
          command="record"
          label={hasTake ? 'Record again' : 'Record'}
          title={hasTake ? AGAIN : undefined}
          // Pressed a moment too early, while it opens or saves, it keeps the wish.
          disabled={state.kind === 'failed' || state.kind === 'closed'}
          aria-pressed={isWished || undefined}
          onClick={press}
        >
          {hasTake ? 'Record again' : 'Record'}
        </Button>
      )
  }
}
