import type { Ref } from 'react'
import { SYSTEM_DEFAULT, type MicrophoneChoice } from './microphoneChoices'
import type { MicrophoneInUse } from './openedMicrophone'
import styles from './Microphone.module.css'

interface MicrophoneSelectProps {
  readonly ref?: Ref<HTMLSelectElement>
  readonly choices: readonly MicrophoneChoice[]
  /** Null is the system's default one. */
  readonly value: string | null
  /** The one that is open: the closed menu tells its name, whatever was chosen. */
  readonly inUse?: MicrophoneInUse | null
  readonly onChange: (microphoneId: string | null) => void
  readonly id?: string
}

/** An empty value stands for null: an option's value is always text. */
const DEFAULT = ''

/** What can be chosen before the list is known. */
const THE_DEFAULT: MicrophoneChoice = { id: null, label: SYSTEM_DEFAULT }
const NOT_CONNECTED = 'Chosen microphone (not connected)'

/** Which microphone to listen to. A chosen one that is not connected keeps its place in the list. */
export function MicrophoneSelect(props: MicrophoneSelectProps) {
  const { ref, choices, value, inUse = null, onChange, id } = props
  const isListed = value === null || choices.some((choice) => choice.id === value)
  const labelOf = (choice: MicrophoneChoice) =>
    choice.id === value && inUse ? wordsFor(inUse, choice) : choice.label
  return (
    <select
      ref={ref}
      id={id}
      aria-label="Microphone"
      className={styles['select']}
      value={value ?? DEFAULT}
      onChange={(event) => onChange(event.target.value || null)}
    >
      {choices.length === 0 && <option value={DEFAULT}>{labelOf(THE_DEFAULT)}</option>}
      {choices.map((choice) => (
        <option key={choice.id ?? DEFAULT} value={choice.id ?? DEFAULT}>
          {labelOf(choice)}
        </option>
      ))}
      {!isListed && <option value={value}>{inUse ? awayWords(inUse) : NOT_CONNECTED}</option>}
    </select>
  )
}

/**
 * "Desk (default)", "Desk (chosen: Headset)" while a take goes on with another one than was chosen:
 * which one it is comes first, where a narrow menu still shows it.
 */
function wordsFor({ label }: MicrophoneInUse, choice: MicrophoneChoice): string {
  if (label === choice.label || label === SYSTEM_DEFAULT) return choice.label
  return choice.id === null ? `${label} (default)` : `${label} (chosen: ${choice.label})`
}

function awayWords({ label }: MicrophoneInUse): string {
  return `${label} (the chosen one is not connected)`
}
