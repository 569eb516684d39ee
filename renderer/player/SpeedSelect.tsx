import styles from './TakePlayer.module.css'

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2]

interface SpeedSelectProps {
  readonly speed: number
  readonly onChange: (speed: number) => void
  readonly disabled: boolean
}

/** How fast a take is played; the pitch of the voice stays. */
export function SpeedSelect({ speed, onChange, disabled }: SpeedSelectProps) {
  return (
    <select
      aria-label="Speed"
      className={styles['speed']}
      value={speed}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {SPEEDS.map((choice) => (
        <option key={choice} value={choice}>
          {choice}x
        </option>
      ))}
    </select>
  )
}
