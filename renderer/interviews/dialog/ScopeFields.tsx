import { useId, type ReactNode } from 'react'
import type { PackSummary } from '../../../shared/model'
import type { PracticeScope } from '../../../shared/practice/scope'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'
import styles from './InterviewDialog.module.css'

interface ScopeFieldsProps {
  /** Null: what is practised for anyway. */
  readonly scope: PracticeScope | null
  readonly onChange: (scope: PracticeScope | null) => void
  readonly problem: string | undefined
}

const NOTHING_YET: PracticeScope = { packIds: [], includesOwn: false }
const listPacks = () => request('packs.list')

/** From which packs the questions are that it is practised with. */
export function ScopeFields({ scope, onChange, problem }: ScopeFieldsProps) {
  const name = useId()
  const [packs] = useAnswer(listPacks)
  return (
    <fieldset className={styles['scope']}>
      <legend className={styles['label']}>Questions from</legend>
      <label className={styles['choice']}>
        <input type="radio" name={name} checked={scope === null} onChange={() => onChange(null)} />
        What I practise anyway
      </label>
      <label className={styles['choice']}>
        <input
          type="radio"
          name={name}
          checked={scope !== null}
          onChange={() => onChange(NOTHING_YET)}
        />
        For this interview only these
      </label>
      {scope && packs.state === 'ready' && (
        <PackChoices packs={packs.value} scope={scope} onChange={onChange} />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

interface PackChoicesProps {
  readonly packs: readonly PackSummary[]
  readonly scope: PracticeScope
  readonly onChange: (scope: PracticeScope) => void
}

/** The packs of the app, then those of one's own: together, also those to come, or one by one. */
function PackChoices({ packs, scope, onChange }: PackChoicesProps) {
  const own = packs.filter(({ kind }) => kind !== 'built-in')
  const choice = (pack: PackSummary): ReactNode => (
    <PackChoice key={pack.id} pack={pack} scope={scope} onChange={onChange} />
  )
  return (
    <div className={styles['packs']}>
      {packs.filter(({ kind }) => kind === 'built-in').map(choice)}
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={scope.includesOwn}
          onChange={({ target }) => onChange({ ...scope, includesOwn: target.checked })}
        />
        My own questions
      </label>
      {!scope.includesOwn && own.map(choice)}
    </div>
  )
}

interface PackChoiceProps {
  readonly pack: PackSummary
  readonly scope: PracticeScope
  readonly onChange: (scope: PracticeScope) => void
}

function PackChoice({ pack, scope, onChange }: PackChoiceProps) {
  const { packIds } = scope
  return (
    <label className={styles['choice']}>
      <input
        type="checkbox"
        checked={packIds.includes(pack.id)}
        onChange={({ target }) =>
          onChange({
            ...scope,
            packIds: target.checked
              ? [...packIds, pack.id]
              : packIds.filter((packId) => packId !== pack.id),
          })
        }
      />
      <span dir="auto" lang={pack.language} className={styles['pack']}>
        {pack.title}
      </span>
    </label>
  )
}
