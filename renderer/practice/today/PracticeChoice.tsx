import { useId, useState } from 'react'
import type { PackSummary, Settings } from '../../../shared/model'
import type { PracticeScope } from '../../../shared/practice/scope'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './PracticeChoice.module.css'
import { usualScope } from './usualScope'

const MINUTES = [10, 15, 20, 30, 45, 60] as const

/** What today's practice is made of, and how long it may take: changed at any time. */
export function PracticeChoice({ onChanged }: { readonly onChanged: () => void }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" label="Change what you practise" onClick={() => setIsOpen(true)}>
        Change
      </Button>
      {isOpen && <ChoiceDialog onChanged={onChanged} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const askPacks = () => request('packs.list')

interface ChoiceDialogProps {
  readonly onChanged: () => void
  readonly onClose: () => void
}

function ChoiceDialog({ onChanged, onClose }: ChoiceDialogProps) {
  const { settings, change } = useSettings()
  const [packs] = useAnswer(askPacks)
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const minutesId = useId()
  const store = (part: Partial<Settings>) => {
    setTrouble(null)
    change(part).then(onChanged, (error: unknown) => setTrouble({ error }))
  }
  const { practiceMinutes } = settings
  const choices = [...new Set([...MINUTES, practiceMinutes])].toSorted((a, b) => a - b)
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="What you practise"
      buttons={{
        main: (
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        ),
      }}
    >
      <div className={styles['choice']}>
        {packs.state === 'loading' && <Loading>Opening your packs</Loading>}
        {packs.state === 'failed' && <Trouble {...troubleOf(packs.error)} />}
        {packs.state === 'ready' && (
          <ScopeChoice
            packs={packs.value}
            scope={settings.practiceScope ?? usualScope(packs.value)}
            onChange={(practiceScope) => store({ practiceScope })}
          />
        )}
        <div className={styles['time']}>
          <label htmlFor={minutesId}>Time for an evening</label>
          <select
            id={minutesId}
            value={practiceMinutes}
            onChange={({ target }) => store({ practiceMinutes: Number(target.value) })}
          >
            {choices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes} minutes
              </option>
            ))}
          </select>
        </div>
        {trouble && <Trouble {...troubleOf(trouble.error)} />}
      </div>
    </Dialog>
  )
}

interface ScopeChoiceProps {
  readonly packs: readonly PackSummary[]
  readonly scope: PracticeScope
  readonly onChange: (scope: PracticeScope) => void
}

/** The packs of the app one by one; those of one's own together, also those to come. */
function ScopeChoice({ packs, scope, onChange }: ScopeChoiceProps) {
  const { packIds, includesOwn } = scope
  const builtIn = packs.filter(({ kind }) => kind === 'built-in')
  return (
    <fieldset className={styles['scope']}>
      <legend>Questions from</legend>
      {builtIn.map(({ id, title, language }) => (
        <label key={id} className={styles['pack']}>
          <input
            type="checkbox"
            checked={packIds.includes(id)}
            onChange={({ target }) =>
              onChange({
                ...scope,
                packIds: target.checked
                  ? [...packIds, id]
                  : packIds.filter((packId) => packId !== id),
              })
            }
          />
          <span dir="auto" lang={language}>
            {title}
          </span>
        </label>
      ))}
      <label className={styles['pack']}>
        <input
          type="checkbox"
          checked={includesOwn}
          onChange={({ target }) => onChange({ ...scope, includesOwn: target.checked })}
        />
        My own questions
      </label>
    </fieldset>
  )
}
