import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { PackSummary } from '../../../shared/model'
import { count } from '../../lib/format'
import { Button } from '../../ui/Button'
import { DeletedHere } from '../../ui/undo/DeletedHere'
import { DeletePack } from './DeletePack'
import { PackName } from './PackName'
import styles from './Packs.module.css'
import type { PackChanges } from './usePackChanges'

interface PackItemProps {
  readonly pack: PackSummary
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Another one was below it, and can be brought back. */
  readonly isDeletedBelow: boolean
  readonly changes: PackChanges
}

/** A pack of one's own: its name to be typed over, its place, its end. */
export function PackItem({ pack, isFirst, isLast, isDeletedBelow, changes }: PackItemProps) {
  const { id, title, questionCount } = pack
  const { deleting } = changes
  return (
    <li id={id} className={styles['pack']}>
      <div className={styles['line']}>
        <PackName title={title} onRename={(renamed) => changes.rename(id, renamed)} />
        <span className={styles['count']}>{count(questionCount, 'question')}</span>
        <Button
          look="quiet"
          iconOnly
          label={`Move ${title} up`}
          icon={<ArrowUp strokeWidth={1.75} />}
          disabled={isFirst}
          data-step="-1"
          onClick={() => changes.move(id, -1)}
        />
        <Button
          look="quiet"
          iconOnly
          label={`Move ${title} down`}
          icon={<ArrowDown strokeWidth={1.75} />}
          disabled={isLast}
          data-step="1"
          onClick={() => changes.move(id, 1)}
        />
        <Button
          look="quiet"
          iconOnly
          label={`Delete ${title}`}
          data-delete
          icon={<Trash2 strokeWidth={1.75} />}
          onClick={(event) => changes.askToDelete(id, event)}
        />
      </div>
      {deleting?.packId === id && (
        <DeletePack
          title={title}
          askedCount={questionCount}
          {...deleting}
          onDelete={(withTakes) => changes.remove(deleting, withTakes)}
          onCancel={changes.keep}
        />
      )}
      {isDeletedBelow && <DeletedHere />}
    </li>
  )
}
