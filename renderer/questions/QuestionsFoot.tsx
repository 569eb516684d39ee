import { count, formatAmount } from '../lib/format'
import { Button } from '../ui/Button'
import { DeletedHere, useDeletedPlace } from '../ui/undo/DeletedHere'
import { QUESTIONS } from '../ui/undo/deletedLists'
import type { SelectedAction } from './selected/selectedAction'
import styles from './QuestionsFoot.module.css'

interface QuestionsFootProps {
  /** Null until it is known. */
  readonly shownCount: number | null
  readonly checkedCount: number
  /** Checked ones that the list above does not show. */
  readonly unseenCount: number
  /** Practises what the list is narrowed to; null when it is not, or not known whole. */
  readonly onPractiseShown: (() => void) | null
  readonly onPractise: () => void
  readonly onAsk: (kind: SelectedAction['kind']) => void
  readonly onExport: () => void
  readonly onClear: () => void
}

/** How many there are; once some are checked, what can be done with them; then the way back. */
export function QuestionsFoot({
  shownCount,
  checkedCount,
  unseenCount,
  onPractiseShown,
  onPractise,
  onAsk,
  onExport,
  onClear,
}: QuestionsFootProps) {
  const wasDeleted = useDeletedPlace(QUESTIONS, []) !== null
  if (shownCount === 0 && checkedCount === 0 && !wasDeleted) return null
  return (
    <div className={styles['foot']}>
      {checkedCount === 0 ? (
        <>
          <p className={styles['count']}>{shownCount !== null && count(shownCount, 'question')}</p>
          {onPractiseShown && shownCount !== null && shownCount > 0 && (
            <Button onClick={onPractiseShown}>
              Practise {shownCount === 1 ? 'this one' : `these ${formatAmount(shownCount)}`}
            </Button>
          )}
        </>
      ) : (
        <>
          <p className={styles['count']}>
            {count(checkedCount, 'selected', 'selected')}
            {unseenCount > 0 && `, ${count(unseenCount, 'not in this list', 'not in this list')}`}
          </p>
          <div className={styles['actions']}>
            <Button look="primary" onClick={onPractise}>
              Practise selected
            </Button>
            <Button onClick={() => onAsk('move')}>Move selected</Button>
            <Button onClick={() => onAsk('tag')}>Tag selected</Button>
            <Button onClick={onExport}>Export selected</Button>
            <Button onClick={() => onAsk('delete')}>Delete selected</Button>
            <Button look="quiet" onClick={onClear}>
              Clear
            </Button>
          </div>
        </>
      )}
      {wasDeleted && (
        <div className={styles['undo']}>
          <DeletedHere />
        </div>
      )}
    </div>
  )
}
