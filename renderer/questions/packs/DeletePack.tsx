import { useEffect, useRef, useState } from 'react'
import { count, formatAmount } from '../../lib/format'
import { Button } from '../../ui/Button'
import styles from './Packs.module.css'
import type { PackToDelete } from './usePackChanges'

interface DeletePackProps extends PackToDelete {
  readonly title: string
  /** As the pack's own row counts them: without those that are not for the person. */
  readonly askedCount: number
  readonly onDelete: (withTakes: boolean) => void
  readonly onCancel: () => void
}

/** Says below the pack what stays of it, before it is deleted. */
export function DeletePack(props: DeletePackProps) {
  const { title, askedCount, questionIds, saidCount, onDelete, onCancel } = props
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [withTakes, setWithTakes] = useState(false)
  const setAsideCount = questionIds.length - askedCount
  const setAside = setAsideCount > 0 ? ` (${formatAmount(setAsideCount)} of them “Not for me”)` : ''
  const said = count(saidCount, 'question that was answered', 'questions that were answered')
  return (
    <section aria-label={`Delete ${title}?`} className={styles['delete']}>
      <p>
        {count(questionIds.length, 'question')}
        {setAside} will be deleted.{' '}
        {withTakes
          ? `The takes of ${said} will be deleted, too.`
          : `The takes of ${said} will stay in History.`}
      </p>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={withTakes}
          onChange={({ target }) => setWithTakes(target.checked)}
        />
        Delete the takes, too
      </label>
      <div className={styles['ways']}>
        <Button ref={first} onClick={() => onDelete(withTakes)}>
          Delete pack
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Keep it
        </Button>
      </div>
    </section>
  )
}
