import { Pause, Play } from 'lucide-react'
import { type ReactNode, useRef, useSyncExternalStore } from 'react'
import type { CommandId } from '../../../shared/keys/keymap'
import type { Question } from '../../../shared/model'
import { LevelMeter } from '../../level/LevelMeter'
import { isTakeRunning, type CaptureState } from '../../capture/captureMachine'
import { useElapsed, useInputHint, type CaptureView } from '../../capture/useCapture'
import { MicrophoneSelect } from '../../microphone/MicrophoneSelect'
import { sounding } from '../../player/playback'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import { formatClock } from '../../lib/format'
import styles from './Deck.module.css'
import { deckWords, hearsNothing } from './deckWords'
import { diskRoomWords } from './diskRoomWords'
import { Lane } from './Lane'
import { RecordButton } from './RecordButton'
import { TargetBand } from './TargetBand'
import { useDiskRoom } from './useDiskRoom'
import { useHintAnnouncements, useMicrophoneAnnouncements } from '../useAnnouncements'

interface DeckProps {
  readonly capture: CaptureView
  readonly target: Question['target']
  /** There is a take above, to listen to. */
  readonly hasTake: boolean
  /** What was asked of the take that is being saved. */
  readonly kept: readonly CommandId[]
  /** Record or Stop was pressed, at this `timeStamp`. */
  readonly onRecord: (atMs: number) => void
  readonly onPause: (atMs: number) => void
  readonly onMicrophone: (id: string | null) => void
  /** Alerts, which stand in the lane of the wave: the question keeps its place. */
  readonly children?: ReactNode
}

/** The recorder. Its parts keep their places in every state; only what is in them changes. */
export function Deck(props: DeckProps) {
  const { capture, target, hasTake, kept, onRecord, onPause, onMicrophone, children } = props
  const { state, microphone } = capture
  const { microphoneId } = useSettings().settings
  const hint = useInputHint(capture)
  const isRunning = ['starting', 'recording', 'paused'].includes(state.kind)
  const isSilent = hearsNothing(state, hint)
  const menu = useRef<HTMLSelectElement>(null)
  const isPaused = state.kind === 'paused' || (state.kind === 'starting' && state.pauses)
  const { status, detail } = deckWords(state, { hint, microphone, kept, hasTake })
  const recordableMs = useDiskRoom()
  // What is wrong with the sound comes first: it is wrong now.
  const advice = detail ?? (recordableMs === null ? null : diskRoomWords(recordableMs))
  const isListening = useSyncExternalStore(sounding.subscribe, sounding.get)
  useHintAnnouncements(advice)
  useMicrophoneAnnouncements(microphone?.label ?? null)
  return (
    <section aria-label="Recorder" className={styles['deck']}>
      <Lane
        capture={capture}
        hasTake={hasTake}
        advice={advice}
        onChooseMicrophone={isSilent ? () => openMenu(menu.current) : null}
      >
        {children}
      </Lane>
      <div className={styles['controls']}>
        <RecordButton state={state} hasTake={hasTake} hearsNothing={isSilent} onPress={onRecord} />
        <Button
          className={isRunning ? undefined : styles['pauseAbsent']}
          icon={isPaused ? <Play strokeWidth={1.75} /> : <Pause strokeWidth={1.75} />}
          command="pause"
          label={isPaused ? 'Resume' : 'Pause'}
          disabled={!isRunning}
          onClick={({ timeStamp }) => onPause(timeStamp)}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
        <Clock capture={capture} target={target} />
        <div className={styles['input']}>
          <p className={styles['status']}>
            <span className={isHeard(state) ? styles['recording'] : styles['idle']}>{status}</span>
          </p>
          {/* While a take plays, the microphone hears the loudspeaker: that level says nothing. */}
          <LevelMeter capture={capture} isAtRest={isListening && !isRunning} />
        </div>
        <div className={styles['microphone']} title={microphone?.label}>
          {/* The menu may say only that it is the default one. */}
          {microphone && (
            <span className="visually-hidden">Microphone in use: {microphone.label}</span>
          )}
          <MicrophoneSelect
            ref={menu}
            choices={capture.microphones}
            value={microphoneId}
            inUse={microphone}
            onChange={onMicrophone}
          />
        </div>
      </div>
    </section>
  )
}

function openMenu(menu: HTMLSelectElement | null): void {
  menu?.focus()
  menu?.showPicker()
}

/** Red is for this alone: a take is running, and sound arrives. */
function isHeard(state: CaptureState): boolean {
  return state.kind === 'recording' && state.missing === null
}

const HOUR_MS = 3_600_000

interface ClockProps {
  readonly capture: CaptureView
  readonly target: Question['target']
}

/** A component of its own: only this is drawn again every second. */
function Clock({ capture, target }: ClockProps) {
  const runningMs = useElapsed(capture)
  const isRecording = isHeard(capture.state)
  const elapsedMs = isTakeRunning(capture.state) ? runningMs : 0
  return (
    <>
      <span
        role="timer"
        aria-label="Elapsed"
        className={isRecording ? styles['clockRecording'] : styles['clock']}
      >
        <span className={elapsedMs >= HOUR_MS ? styles['hours'] : undefined}>
          {formatClock(elapsedMs)}
        </span>
      </span>
      <TargetBand target={target} elapsedMs={elapsedMs} active={isRecording} />
    </>
  )
}
