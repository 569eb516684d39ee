import { useId, useState } from 'react'
import type { Processing, Settings } from '../../shared/model'
import { MicrophoneCheck } from '../microphone/MicrophoneCheck'
import { MicrophoneSelect } from '../microphone/MicrophoneSelect'
import { useMicrophoneChoices } from '../microphone/useMicrophoneChoices'
import { Button } from '../ui/Button'
import { SettingsSection } from './SettingsSection'
import styles from './Settings.module.css'

const PROCESSING: readonly { key: keyof Processing; name: string; does: string }[] = [
  {
    key: 'echoCancellation',
    name: 'Echo cancellation',
    does: 'Takes the sound of your loudspeakers out of the recording.',
  },
  {
    key: 'noiseSuppression',
    name: 'Noise suppression',
    does: 'Damps steady noise, a fan for example. Quiet words can suffer.',
  },
  {
    key: 'autoGainControl',
    name: 'Automatic gain control',
    does: 'Makes quiet speech louder and loud speech quieter.',
  },
]

interface MicrophoneSectionProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

/** Which microphone, what is done to its sound, and a way to check. It stays closed until then. */
export function MicrophoneSection({ settings, onChange }: MicrophoneSectionProps) {
  const { microphoneId, processing } = settings
  const [checks, setChecks] = useState(false)
  const [choices, lookAgain] = useMicrophoneChoices()
  return (
    <SettingsSection title="Microphone">
      <div className={styles['microphoneChoice']}>
        <MicrophoneSelect
          choices={choices}
          value={microphoneId}
          onChange={(id) => onChange({ microphoneId: id })}
        />
        <Button aria-expanded={checks} onClick={() => setChecks(!checks)}>
          {checks ? 'Stop checking' : 'Check microphone'}
        </Button>
      </div>
      {checks && (
        <MicrophoneCheck microphoneId={microphoneId} processing={processing} onOpened={lookAgain} />
      )}
      <div className={styles['processing']}>
        <p className={styles['advice']}>
          All off by default: a rehearsal should sound like the room it was spoken in.
        </p>
        {PROCESSING.map(({ key, name, does }) => (
          <ProcessingChoice
            key={key}
            name={name}
            does={does}
            checked={processing[key]}
            onChange={(on) => onChange({ processing: { ...processing, [key]: on } })}
          />
        ))}
      </div>
    </SettingsSection>
  )
}

interface ProcessingChoiceProps {
  readonly name: string
  readonly does: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function ProcessingChoice({ name, does, checked, onChange }: ProcessingChoiceProps) {
  const doesId = useId()
  return (
    <div>
      <label className={styles['label']}>
        <input
          type="checkbox"
          aria-describedby={doesId}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {name}
      </label>
      <p id={doesId} className={styles['does']}>
        {does}
      </p>
    </div>
  )
}
