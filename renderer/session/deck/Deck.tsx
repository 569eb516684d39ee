import { Mic, Pause, Play } from 'lucide-react'
import { MARK_KEYS } from '../../../shared/defaults'
import type { CommandId } from '../../../shared/keys/keymap'
import type { Question } from '../../../shared/model'
import { LevelMeter } from '../../level/LevelMeter'
import { isTakeRunning, wishOf, type CaptureState } from '../../capture/captureMachine'
import { useElapsed, useInputHint, type CaptureView } from '../../capture/useCapture'
import { keyHint } from '../../keys/keySigns'
import { MicrophoneSelect } from '../../microphone/MicrophoneSelect'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import { formatClock } from '../../lib/format'
import { LiveWaveform } from '../../waveform/LiveWaveform'
import styles from './Deck.module.css'
import { deckWords } from './deckWords'
import { diskRoomWords } from './diskRoomWords'
import { TargetBand } from './TargetBand'
import { useDiskRoom } from './useDiskRoom'
import { useHintAnnouncements, useMicrophoneAnnouncements } from '../useAnnouncements'

interface DeckProps {
  readonly capture: CaptureView
  readonly target: Question['target']
  /** The length of the take that is shown above; null before the first take. */
  readonly lastLengthMs: number | null
  /** What was asked of the take that is being saved. */
  readonly kept: readonly CommandId[]
  /** Record or Stop was pressed, at this `timeStamp`. */
  readonly onRecord: (atMs: number) => void
  readonly onPause: (atMs: number) => void
  readonly onMicrophone: (id: string | null) => void
}

/** The recorder. Its parts keep their places in every state; only what is in them changes. */
export function Deck(props: DeckProps) {
  const { capture, target, lastLengthMs, kept, onRecord, onPause, onMicrophone } = props
  const { state } = capture
  const { microphoneId } = useSettings().settings
  const hasTake = lastLengthMs !== null
  const hint = useInputHint(capture)
  const isRunning = ['starting', 'recording', 'paused'].includes(state.kind)
  const isPaused = state.kind === 'paused' || (state.kind === 'starting' && state.pauses)
  const { microphone } = capture
  const { status, detail } = deckWords(state, { hint, microphone, kept })
  const recordableMs = useDiskRoom()
  // What is wrong with the sound comes first: it is wrong now.
  const advice = detail ?? (recordableMs === null ? null : diskRoomWords(recordableMs))
  useHintAnnouncements(advice)
  useMicrophoneAnnouncements(microphone?.label ?? null)
  return (
    <section aria-label="Recorder" className={styles['deck']}>
      <p className={styles['status']}>
        <span className={isHeard(state) ? styles['recording'] : styles['idle']}>{status}</span>
        {advice && <span className={styles['detail']}>{advice}</span>}
        {microphone && <MicrophoneName label={microphone.label} />}
      </p>
      <div className={styles['wave']}>
        <LiveWaveform capture={capture} />
      </div>
      <div className={styles['controls']}>
        <div className={styles['buttons']}>
          <RecordButton state={state} hasTake={hasTake} onPress={onRecord} />
          <Button
            className={isRunning ? styles['pause'] : styles['pauseAbsent']}
            icon={isPaused ? <Play strokeWidth={1.75} /> : <Pause strokeWidth={1.75} />}
            command="pause"
            label={isPaused ? 'Resume' : 'Pause'}
            disabled={!isRunning}
            onClick={({ timeStamp }) => onPause(timeStamp)}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
        </div>
        <Clock capture={capture} target={target} lastLengthMs={lastLengthMs} />
        <div className={styles['input']}>
          <span className={styles['caption']} aria-hidden="true">
            Level
          </span>
          <LevelMeter capture={capture} />
        </div>
        <div className={styles['microphone']} title={microphone?.label}>
          <MicrophoneSelect
            choices={capture.microphones}
            value={microphoneId}
            onChange={onMicrophone}
          />
        </div>
      </div>
    </section>
  )
}

/** Red is for this alone: a take is running, and sound arrives. */
function isHeard(state: CaptureState): boolean {
  return state.kind === 'recording' && state.missing === null
}

/** The microphone that is really open, whatever is chosen: "System default" says nothing. */
function MicrophoneName({ label }: { readonly label: string }) {
  return (
    <span className={styles['inUse']} title={label}>
      <Mic aria-hidden="true" size={14} strokeWidth={1.75} />
      <span className="visually-hidden">Microphone in use: </span>
      <span className={styles['inUseName']}>{label}</span>
    </span>
  )
}

const AGAIN = `Record again (${keyHint('record')}). While a take plays, ${MARK_KEYS.result} marks the result.`

interface RecordButtonProps {
  readonly state: CaptureState
  readonly hasTake: boolean
  readonly onPress: (atMs: number) => void
}

function RecordButton({ state, hasTake, onPress }: RecordButtonProps) {
  const press = ({ timeStamp }: { timeStamp: number }) => onPress(timeStamp)
  const isWished = wishOf(state) !== null
  switch (state.kind) {
    case 'starting':
    case 'recording':
    case 'paused':
      return (
        <Button
          look="record"
          className={styles['record']}
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
          look={hasTake || (state.kind !== 'ready' && !isWished) ? 'plain' : 'record'}
          className={hasTake ? styles['recordAgain'] : styles['record']}
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

interface ClockProps {
  readonly capture: CaptureView
  readonly target: Question['target']
  readonly lastLengthMs: number | null
}

/** A component of its own: only this is drawn again every second. */
function Clock({ capture, target, lastLengthMs }: ClockProps) {
  const runningMs = useElapsed(capture)
  const isRecording = isHeard(capture.state)
  const elapsedMs = isTakeRunning(capture.state) ? runningMs : (lastLengthMs ?? 0)
  return (
    <div className={styles['time']}>
      <span
        role="timer"
        aria-label="Elapsed"
        className={isRecording ? styles['clockRecording'] : styles['clock']}
      >
        {formatClock(elapsedMs)}
      </span>
      <TargetBand target={target} elapsedMs={elapsedMs} active={isRecording} />
    </div>
  )
}
