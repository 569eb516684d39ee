import { useId, useState } from 'react'
import type { RequestOutput } from '../../../shared/contract'
import { MAX_TAG_CHARACTERS } from '../../../shared/defaults'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'
import { count } from '../../lib/format'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { inPieces } from './inPieces'
import styles from './Selected.module.css'
import { commonTags, typedTags } from './tagChoices'
import { useOneSaving } from './useOneSaving'

interface TagDialogProps {
  readonly rows: readonly QuestionRow[]
  /** All that there are, to choose from while one types. */
  readonly tags: RequestOutput<'tags.list'>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Gives tags to questions, and takes away those that they have. */
export function TagDialog({ rows, tags, onDone, onClose }: TagDialogProps) {
  const [typed, setTyped] = useState('')
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [saving, save] = useOneSaving(onDone)
  const listId = useId()
  const add = typedTags(typed)
  const tooLong = add.find((tag) => tag.length > MAX_TAG_CHARACTERS)
  const canSave = tooLong === undefined && add.length + removed.size > 0
  const given = commonTags(rows)
  const tag = () =>
    save(() =>
      inPieces(
        rows.map(({ id }) => id),
        (questionIds) => request('questions.tag', { questionIds, add, remove: [...removed] }),
      ),
    )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Tag ${count(rows.length, 'question')}`}
      buttons={{
        main: (
          <Button look="primary" disabled={!canSave} onClick={tag}>
            Save
          </Button>
        ),
        other: <Button onClick={onClose}>Cancel</Button>,
      }}
    >
      <form
        className={styles['words']}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) tag()
        }}
      >
        <label className={styles['field']}>
          <span>Add tags, with commas between them</span>
          <input
            className={styles['input']}
            dir="auto"
            aria-label="Add tags"
            list={listId}
            maxLength={500}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onPaste={(event) => {
              const lines = event.clipboardData.getData('text').split(/[\r\n]+/u)
              if (lines.length < 2) return
              // A field of one line would join what stands in several.
              event.preventDefault()
              const { selectionStart, selectionEnd } = event.currentTarget
              const pasted = lines.filter((line) => line.trim() !== '').join(', ')
              setTyped(
                typed.slice(0, selectionStart ?? 0) + pasted + typed.slice(selectionEnd ?? 0),
              )
            }}
          />
        </label>
        <datalist id={listId}>
          {tags.map((one) => (
            <option key={one.tag} value={one.tag}>
              {one.tag}
            </option>
          ))}
        </datalist>
        {tooLong !== undefined && (
          <p role="alert">A tag has {MAX_TAG_CHARACTERS} letters at most.</p>
        )}
        {given.length > 0 && (
          <fieldset className={styles['given']}>
            <legend>Take away</legend>
            {given.map((one) => (
              <label key={one} className={styles['choice']} dir="auto">
                <input
                  type="checkbox"
                  checked={removed.has(one)}
                  onChange={() => setRemoved(toggled(removed, one))}
                />
                {one}
              </label>
            ))}
          </fieldset>
        )}
        {saving.state === 'failed' && <Trouble {...troubleOf(saving.error)} />}
      </form>
    </Dialog>
  )
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
