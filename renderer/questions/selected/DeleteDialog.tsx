import { useState } from 'react'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { count } from '../../lib/format'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ownOf } from './readRows'
import styles from './Selected.module.css'

interface DeleteDialogProps {
  readonly rows: readonly QuestionRow[]
  readonly onDelete: (questionIds: readonly string[], withTakes: boolean) => void
  readonly onClose: () => void
}

/** Says before anything is deleted what stays: questions of the app, and takes. */
export function DeleteDialog({ rows, onDelete, onClose }: DeleteDialogProps) {
  const [withTakes, setWithTakes] = useState(false)
  const own = ownOf(rows)
  const takeCount = own.reduce((sum, row) => sum + row.takeCount, 0)
  const builtInCount = rows.length - own.length
  const ids = own.map(({ id }) => id)
  const remove = (
    <Button look="primary" onClick={() => onDelete(ids, withTakes)}>
      Delete
    </Button>
  )
  const isPointless = own.length === 0
  const close = <Button onClick={onClose}>{isPointless ? 'Close' : 'Cancel'}</Button>
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isPointless ? 'These come with the app' : `Delete ${count(own.length, 'question')}?`}
      buttons={isPointless ? { main: close } : { main: remove, other: close }}
    >
      <div className={styles['words']}>
        {builtInCount > 0 && (
          <p>
            {isPointless
              ? 'Questions that come with the app cannot be deleted.'
              : `${count(builtInCount, 'question')} of the app cannot be deleted, and ${builtInCount === 1 ? 'stays' : 'stay'}.`}{' '}
            “Not for me” on a question’s page has it asked no more.
          </p>
        )}
        {takeCount > 0 && (
          <>
            <p>
              {withTakes
                ? `${count(takeCount, 'take')} of ${own.length === 1 ? 'it' : 'them'} will be deleted, too.`
                : `${count(takeCount, 'take')} of ${own.length === 1 ? 'it' : 'them'} will stay in History, with the question’s words.`}
            </p>
            <label className={styles['choice']}>
              <input
                type="checkbox"
                checked={withTakes}
                onChange={({ target }) => setWithTakes(target.checked)}
              />
              Delete the takes, too
            </label>
          </>
        )}
        {!isPointless && <p className={styles['hint']}>You can undo this for 30 seconds.</p>}
      </div>
    </Dialog>
  )
}
