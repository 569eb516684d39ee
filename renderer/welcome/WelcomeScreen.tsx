import { useState } from 'react'
import type { Settings } from '../../shared/model'
import { go } from '../app/route'
import { MicrophoneCheck } from '../microphone/MicrophoneCheck'
import { MicrophoneSelect } from '../microphone/MicrophoneSelect'
import { useMicrophoneChoices } from '../microphone/useMicrophoneChoices'
import { useSettings } from '../settings/SettingsContext'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { PurposeChoice } from './PurposeChoice'
import { usePurpose } from './usePurpose'
import styles from './WelcomeScreen.module.css'

const TRUTHS = [
  {
    claim: 'Say your answers out loud.',
    more: 'Soundcheck asks what interviewers ask, records what you say, and puts an example beside it. You are the judge.',
  },
  {
    claim: 'Nothing leaves this machine.',
    more: 'No account, no network. Your recordings are files in a folder of yours.',
  },
  {
    claim: 'Your own voice sounds wrong at first.',
    more: 'It does to everybody: you know it through the bones of your head, which carry the low tones. After a few takes that passes.',
  },
] as const

/** The first thing ever seen, once for each data folder. Checking the microphone is a choice. */
export function WelcomeScreen() {
  const { settings, change } = useSettings()
  const [checks, setChecks] = useState(false)
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)

  const store = (part: Partial<Settings>) =>
    change(part).catch((error: unknown) => setTrouble({ error }))
  const purpose = usePurpose()
  const begin = () => {
    go({ screen: 'practice' })
    void store({ welcomed: true, ...purpose.settings })
  }

  return (
    <main className={styles['welcome']}>
      <div className={styles['sheet']}>
        <h1 className={styles['heading']}>Welcome</h1>
        <Truths />
        <PurposeChoice {...purpose} />
        {checks && (
          <div className={styles['check']}>
            <CheckedMicrophone
              settings={settings}
              onChoose={(microphoneId) => void store({ microphoneId })}
            />
          </div>
        )}
        {trouble && <Trouble {...troubleOf(trouble.error)} />}
        <div className={styles['ways']}>
          <Button look="primary" onClick={begin}>
            Get started
          </Button>
          <Button aria-expanded={checks} onClick={() => setChecks(!checks)}>
            {checks ? 'Stop checking' : 'Check microphone'}
          </Button>
        </div>
      </div>
    </main>
  )
}

/** What to know before the first take; three things are enough. */
function Truths() {
  return (
    <ul className={styles['truths']}>
      {TRUTHS.map(({ claim, more }) => (
        <li key={claim}>
          <p className={styles['claim']}>{claim}</p>
          <p className={styles['more']}>{more}</p>
        </li>
      ))}
    </ul>
  )
}

interface CheckedMicrophoneProps {
  readonly settings: Settings
  readonly onChoose: (microphoneId: string | null) => void
}

function CheckedMicrophone({ settings, onChoose }: CheckedMicrophoneProps) {
  const [choices, lookAgain] = useMicrophoneChoices()
  return (
    <>
      <MicrophoneSelect choices={choices} value={settings.microphoneId} onChange={onChoose} />
      <MicrophoneCheck
        microphoneId={settings.microphoneId}
        processing={settings.processing}
        onOpened={lookAgain}
      />
    </>
  )
}
