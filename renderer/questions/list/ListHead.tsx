import { useEffect, useRef } from 'react'
import styles from './Questions.module.css'

interface ListHeadProps {
  readonly checkedCount: number
  readonly shownCount: number
  readonly onToggleAll: () => void
}

/** What the columns are, and a check for all. The rows say the same in words of their own. */
export function ListHead({ checkedCount, shownCount, onToggleAll }: ListHeadProps) {
  const all = useRef<HTMLInputElement>(null)
  const isAll = checkedCount === shownCount
  useEffect(() => {
    if (all.current) all.current.indeterminate = checkedCount > 0 && !isAll
  }, [checkedCount, isAll])
  return (
    <div className={styles['columns']}>
      <input
        ref={all}
        type="checkbox"
        className={styles['all']}
        aria-label="Select all"
        title="Select all"
        checked={isAll}
        onChange={onToggleAll}
      />
      <span aria-hidden="true">Question</span>
      <span aria-hidden="true" />
      <span aria-hidden="true" className={styles['wideHead']}>
        Pack
      </span>
      <span aria-hidden="true" className={styles['wideHead']}>
        Tags
      </span>
      <span aria-hidden="true" className={styles['numberHead']}>
        Takes
      </span>
      <span aria-hidden="true">Last</span>
      <span aria-hidden="true">Rating</span>
    </div>
  )
}
