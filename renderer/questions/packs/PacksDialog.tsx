import { useRef } from 'react'
import type { PackSummary } from '../../../shared/model'
import { count } from '../../lib/format'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { AT_TOP, DeletedHere, useDeletedPlace } from '../../ui/undo/DeletedHere'
import { PACKS } from '../../ui/undo/deletedLists'
import { NewPack } from './NewPack'
import { PackItem } from './PackItem'
import { packRanks } from './packOrder'
import styles from './Packs.module.css'
import { usePackChanges } from './usePackChanges'

interface PacksDialogProps {
  readonly packs: readonly PackSummary[]
  /** The pack is gone, and these were its questions. */
  readonly onDeleted: (packId: string, questionIds: readonly string[]) => void
  readonly onClose: () => void
}

/** Where packs of one's own are made, named, put in order and deleted. */
export function PacksDialog({ packs, onDeleted, onClose }: PacksDialogProps) {
  const list = useRef<HTMLUListElement>(null)
  const own = packs.filter(({ kind }) => kind !== 'built-in')
  const builtIn = packs.filter(({ kind }) => kind === 'built-in')
  const ids = own.map(({ id }) => id)
  const changes = usePackChanges(own, list, onDeleted)
  const deletedBelow = useDeletedPlace(PACKS, packRanks(ids))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Packs">
      {deletedBelow === AT_TOP && <DeletedHere />}
      {own.length > 0 && (
        <ul ref={list} aria-label="Your packs" className={styles['packs']}>
          {own.map((pack, index) => (
            <PackItem
              key={pack.id}
              pack={pack}
              isFirst={index === 0}
              isLast={index === own.length - 1}
              isDeletedBelow={deletedBelow === packRanks(ids)[index]}
              changes={changes}
            />
          ))}
        </ul>
      )}
      <NewPack isFirst={own.length === 0} onAdd={changes.add} />
      {changes.trouble && <Trouble {...troubleOf(changes.trouble.error)} />}
      {builtIn.length > 0 && (
        <p className={styles['builtIn']}>
          {builtIn
            .map(({ title, questionCount }) => `${title} (${count(questionCount, 'question')})`)
            .join(', ')}{' '}
          {builtIn.length === 1 ? 'comes' : 'come'} with the app.
        </p>
      )}
    </Dialog>
  )
}
