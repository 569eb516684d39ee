import { useId, useState } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import type { PackSummary } from '../../../shared/model'
import type { PackTarget } from '../../../shared/questions/questionFields'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'
import { count } from '../../lib/format'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { inPieces } from './inPieces'
import { ownOf } from './readRows'
import styles from './Selected.module.css'
import { useOneSaving } from './useOneSaving'

const NEW_PACK = ''

interface MoveDialogProps {
  readonly rows: readonly QuestionRow[]
  readonly packs: readonly PackSummary[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Chooses the pack that questions go to; those of the app are copied there. */
export function MoveDialog({ rows, packs, onDone, onClose }: MoveDialogProps) {
  const ownPacks = packs.filter(({ kind }) => kind !== 'built-in')
  const [packId, setPackId] = useState(ownPacks[0]?.id ?? NEW_PACK)
  const [title, setTitle] = useState('')
  const [saving, save] = useOneSaving(onDone)
  const nameId = useId()
  const own = ownOf(rows)
  const builtInIds = rows.filter((row) => !own.includes(row)).map(({ id }) => id)
  const isNamed = packId !== NEW_PACK || title.trim() !== ''
  const move = () =>
    save(async () => {
      let into: PackTarget = packId === NEW_PACK ? { title: title.trim() } : { packId }
      const ownIds = own.map(({ id }) => id)
      // A new pack is made by the first of them.
      await inPieces(ownIds, async (questionIds) => {
        into = await request('questions.move', { questionIds, into, beforeQuestionId: null })
      })
      await inPieces(builtInIds, async (questionIds) => {
        const copied = await request('questions.copy', { questionIds, into })
        into = { packId: copied.packId }
      })
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${own.length > 0 ? 'Move' : 'Copy'} ${count(rows.length, 'question')}`}
      buttons={{
        main: (
          <Button look="primary" disabled={!isNamed} onClick={move}>
            {own.length > 0 ? 'Move' : 'Copy'}
          </Button>
        ),
        other: <Button onClick={onClose}>Cancel</Button>,
      }}
    >
      <form
        className={styles['words']}
        onSubmit={(event) => {
          event.preventDefault()
          if (isNamed) move()
        }}
      >
        {builtInIds.length > 0 && (
          <p>
            {own.length === 0
              ? 'Questions that come with the app stay where they are: you get copies of your own.'
              : `${count(builtInIds.length, 'question')} of the app will be copied, and stay where they are.`}
          </p>
        )}
        <label className={styles['field']}>
          <span>To the pack</span>
          <select
            aria-label="Pack"
            value={packId}
            onChange={({ target }) => setPackId(target.value)}
          >
            {ownPacks.map((pack) => (
              <option key={pack.id} value={pack.id}>
                {pack.title}
              </option>
            ))}
            <option value={NEW_PACK}>New pack</option>
          </select>
        </label>
        {packId === NEW_PACK && (
          <label className={styles['field']} htmlFor={nameId}>
            <span>Its name</span>
            <input
              id={nameId}
              className={styles['input']}
              dir="auto"
              aria-label="Name of the new pack"
              maxLength={MAX_SHORT_TITLE_CHARACTERS}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </label>
        )}
        {saving.state === 'failed' && <Trouble {...troubleOf(saving.error)} />}
      </form>
    </Dialog>
  )
}
