import { useElapsed, useInputHint, type CaptureView } from '../../capture/useCapture'
import { LevelMeter } from '../../level/LevelMeter'
import { formatClock } from '../../lib/format'
import { MicrophoneSelect } from '../../microphone/MicrophoneSelect'
import { deckWords } from '../../session/deck/deckWords'
import { diskRoomWords } from '../../session/deck/diskRoomWords'
import { useDiskRoom } from '../../session/deck/useDiskRoom'
import { useHintAnnouncements, useMicrophoneAnnouncements } from '../../session/useAnnouncements'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import type { InterviewState } from '../interviewMachine'
import styles from './InterviewDeck.module.css'

interface InterviewDeckProps {
  readonly capture: CaptureView
  readonly state: InterviewState
  readonly limitMs: number | null
  /** Stop was pressed, at this `timeStamp`. */
  readonly onStop: (atMs: number) => void
}

/** The recorder of an interview: it begins by itself, and there is one thing to press. */
export function InterviewDeck({ capture, state, limitMs, onStop }: InterviewDeckProps) {
  const { settings, change } = useSettings()
  const { microphone } = capture
  const hint = useInputHint(capture)
  const { status, detail } = deckWords(capture.state, {
    hint,
    microphone,
    kept: [],
    // While one thinks, a quiet room is as it should be; a microphone that is dead is not.
    hasTake: state.kind !== 'recording' && hint === 'silent',
  })
  const recordableMs = useDiskRoom()
  const advice = detail ?? (recordableMs === null ? null : diskRoomWords(recordableMs))
  useHintAnnouncements(advice)
  useMicrophoneAnnouncements(microphone?.label ?? null)
  const isRecording = state.kind === 'recording'
  const isHeard = capture.state.kind === 'recording' && capture.state.missing === null
  return (
    <section aria-label="Recorder" className={styles['deck']}>
      <p className={styles['advice']}>{advice}</p>
      <div className={styles['controls']}>
        <Button
          look={isRecording ? 'record' : 'plain'}
          icon={<span className={styles['square']} />}
          command="record"
          label="Stop"
          disabled={!isRecording}
          onClick={({ timeStamp }) => onStop(timeStamp)}
        >
          Stop
        </Button>
        <Clock capture={capture} isRunning={isRecording} isHeard={isHeard} />
        <span className={styles['limit']}>
          {limitMs === null ? 'no limit' : `limit ${formatClock(limitMs)}`}
        </span>
        <div className={styles['input']}>
          <p className={styles['status']}>
            <span className={isHeard ? styles['recording'] : styles['idle']}>{status}</span>
          </p>
          <LevelMeter capture={capture} />
        </div>
        <div className={styles['microphone']} title={microphone?.label}>
          {microphone && (
            <span className="visually-hidden">Microphone in use: {microphone.label}</span>
          )}
          <MicrophoneSelect
            choices={capture.microphones}
            value={settings.microphoneId}
            inUse={microphone}
            // One that cannot be remembered now is chosen again when it matters.
            onChange={(microphoneId) => void change({ microphoneId }).catch(() => undefined)}
          />
        </div>
      </div>
    </section>
  )
}

interface ClockProps {
  readonly capture: CaptureView
  readonly isRunning: boolean
  readonly isHeard: boolean
}

/** A component of its own: only this is drawn again every second. */
function Clock({ capture, isRunning, isHeard }: ClockProps) {
  const elapsedMs = useElapsed(capture)
  if (!isRunning) {
    return (
      <span className={styles['clock']} aria-hidden="true">
        0:00
      </span>
    )
  }
  return (
    <span
      role="timer"
      aria-label="Elapsed"
      className={isHeard ? styles['clockRecording'] : styles['clock']}
    >
      {formatClock(elapsedMs)}
    </span>
  )
}
