import { useId, useState } from 'react'
import type { WrittenFormat } from '../../../shared/questionLists/listedQuestion'
import { MAX_QUESTIONS } from '../../../shared/defaults'
import type { ErrorWords } from '../../../shared/errors'
import { request } from '../../api'
import { count } from '../../lib/format'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './ExportDialog.module.css'

interface ExportDialogProps {
  /** In the order in which they are written. */
  readonly questionIds: readonly string[]
  readonly onClose: () => void
}

const FORMATS: readonly { format: WrittenFormat; name: string; about: string }[] = [
  { format: 'json', name: 'JSON', about: 'Everything. Soundcheck reads it again.' },
  { format: 'csv', name: 'CSV', about: 'Everything, for spreadsheets. Soundcheck reads it again.' },
  { format: 'markdown', name: 'Markdown', about: 'To read and to print.' },
  { format: 'anki-text', name: 'Anki text', about: 'Cards to import into Anki.' },
]

type Saving =
  { state: 'idle' } | { state: 'saving' } | { state: 'failed'; words: ErrorWords; code?: string }

const REFUSED: ErrorWords = {
  happened: 'The file could not be saved.',
  kept: 'Your questions are as they were.',
  next: 'Choose another folder, or another name.',
}
const DISK_FULL: ErrorWords = {
  ...REFUSED,
  next: 'The disk is full: free some space, then try again.',
}

/** Questions go out as a file. */
export function ExportDialog({ questionIds, onClose }: ExportDialogProps) {
  const id = useId()
  const announce = useAnnounce()
  const [isOpen, setIsOpen] = useState(true)
  const [format, setFormat] = useState<WrittenFormat>('json')
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const isTooMany = questionIds.length > MAX_QUESTIONS

  const save = async () => {
    if (saving.state === 'saving') return
    setSaving({ state: 'saving' })
    try {
      const saved = await request('lists.save', { questionIds: [...questionIds], format })
      if (saved.state === 'saved') {
        setIsOpen(false)
        announce(`${count(saved.questionCount, 'question')} saved in ${saved.fileName}`)
      } else if (saved.state === 'cancelled') setSaving({ state: 'idle' })
      else setSaving({ state: 'failed', words: saved.isDiskFull ? DISK_FULL : REFUSED })
    } catch (error) {
      setSaving({ state: 'failed', ...troubleOf(error) })
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Export questions"
      buttons={{
        main: (
          <Button look="primary" disabled={isTooMany} onClick={() => void save()}>
            Save
          </Button>
        ),
        other: <Button onClick={() => setIsOpen(false)}>Cancel</Button>,
      }}
    >
      <p className={styles['what']}>
        {count(questionIds.length, 'question')}, with your outlines, answers and tags.
      </p>
      <div role="radiogroup" aria-label="Format" className={styles['formats']}>
        {FORMATS.map(({ format: each, name, about }) => (
          <div key={each}>
            <label className={styles['name']}>
              <input
                type="radio"
                name={id}
                className={styles['radio']}
                checked={each === format}
                aria-describedby={`${id}-${each}`}
                onChange={() => setFormat(each)}
              />
              {name}
            </label>
            <p id={`${id}-${each}`} className={styles['about']}>
              {about}
            </p>
          </div>
        ))}
      </div>
      {isTooMany && (
        <p role="alert" className={styles['tooMany']}>
          A file has 10,000 questions at most. Choose a pack, or search, then export again.
        </p>
      )}
      {saving.state === 'failed' && <Trouble {...saving} />}
    </Dialog>
  )
}
