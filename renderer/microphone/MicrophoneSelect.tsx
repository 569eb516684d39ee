import type { MicrophoneChoice } from './microphoneChoices'
import styles from './Microphone.module.css'

interface MicrophoneSelectProps {
  readonly choices: readonly MicrophoneChoice[]
  /** Null is the system's default one. */
  readonly value: string | null
  readonly onChange: (microphoneId: string | null) => void
  readonly id?: string
}

/** An empty value stands for null: an option's value is always text. */
const DEFAULT = ''

/** Which microphone to listen to. A chosen one that is not connected keeps its place in the list. */
export function MicrophoneSelect({ choices, value, onChange, id }: MicrophoneSelectProps) {
  const isListed = value === null || choices.some((choice) => choice.id === value)
  return (
    <select
      id={id}
      aria-label="Microphone"
      className={styles['select']}
      value={value ?? DEFAULT}
      onChange={(event) => onChange(event.target.value || null)}
    >
      {choices.length === 0 && <option value={DEFAULT}>System default</option>}
      {choices.map((choice) => (
        <option key={choice.id ?? DEFAULT} value={choice.id ?? DEFAULT}>
          {choice.label}
        </option>
      ))}
      {!isListed && <option value={value}>Chosen microphone (not connected)</option>}
    </select>
  )
}
