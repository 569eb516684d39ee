import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { importRowOf } from '../../../shared/questionLists/importRow'
import { count } from '../../lib/format'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { bringIn, type BroughtIn } from '../bringIn'
import { TargetFields } from '../target/TargetFields'
import { usePackTarget } from '../target/usePackTarget'
import { useWordsIn } from '../target/useWordsIn'
import styles from './PasteDialog.module.css'
import { PastedQuestions } from './PastedQuestions'
import { previewOf, readPasted } from './pasted'
import { usePastedText } from './usePastedText'

interface PasteDialogProps {
  /** The pack that is looked at; questions go there if it is one of one's own. */
  readonly packId: string | null
  readonly onAdded: (brought: BroughtIn) => void
  /** It is closed, also after something was added. */
  readonly onClose: () => void
}

type Adding = { state: 'idle' } | { state: 'adding' } | { state: 'failed'; error: unknown }

const HOW = `One question a line.

- With bullets or numbers, or without
  - What is nested below becomes a follow-up question

Q: A question?
A: An example answer to it`

/** A text becomes questions, and at each letter one sees which. */
export function PasteDialog({ packId, onAdded, onClose }: PasteDialogProps) {
  const id = useId()
  const announce = useAnnounce()
  const field = useRef<HTMLTextAreaElement>(null)
  const [isOpen, setIsOpen] = useState(true)
  const { text, isFound, change, discard, failure } = usePastedText()
  const [adding, setAdding] = useState<Adding>({ state: 'idle' })
  // Of a long text the preview comes a moment later, and no letter waits for it.
  const shown = useDeferredValue(text)
  const pasted = useMemo(() => readPasted(shown), [shown])
  const target = usePackTarget({ packId, title: pasted.title, language: null, kind: 'own' })
  const there = useWordsIn(target.pack?.id ?? null)
  const preview = useMemo(() => previewOf(shown, pasted, there), [shown, pasted, there])
  const amount = preview.added.length

  // What comes next is a paste, or letters.
  useEffect(() => field.current?.focus(), [])

  const canAdd = amount > 0 && preview.fault === null

  const add = async () => {
    // What is added is what was seen.
    if (adding.state === 'adding' || shown !== text) return
    setAdding({ state: 'adding' })
    try {
      const { language, pack } = target
      const languages = { list: language, pack: pack?.language ?? language }
      const rows = preview.added.map(({ question, tags, exampleAnswers, followUps }) =>
        importRowOf({ question, tags, exampleAnswers, followUps }, languages),
      )
      const brought = await bringIn(target.into, rows)
      discard()
      target.remember()
      setIsOpen(false)
      announce(`${count(brought.addedIds.length, 'question')} added`)
      onAdded(brought)
    } catch (error) {
      setAdding({ state: 'failed', error })
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Paste questions"
      isWide
      buttons={{
        main: (
          <Button look="primary" disabled={!canAdd} onClick={() => void add()}>
            {amount === 0 ? 'Add questions' : `Add ${count(amount, 'question')}`}
          </Button>
        ),
        other: <Button onClick={() => setIsOpen(false)}>Cancel</Button>,
      }}
    >
      {isFound && (
        <p className={styles['found']}>
          This was pasted before and not added.
          <Button
            look="quiet"
            onClick={() => {
              change('')
              field.current?.focus()
            }}
          >
            Clear
          </Button>
        </p>
      )}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <label htmlFor={id} className={styles['label']}>
            Questions
          </label>
          <textarea
            ref={field}
            id={id}
            className={styles['text']}
            dir="auto"
            placeholder={HOW}
            value={text}
            onChange={({ target: { value } }) => change(value)}
          />
        </div>
        <div className={styles['column']}>
          <PastedQuestions preview={preview} />
        </div>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (canAdd) void add()
        }}
      >
        <TargetFields target={target} />
      </form>
      {failure !== null && <Trouble {...troubleOf(failure)} />}
      {adding.state === 'failed' && <Trouble {...troubleOf(adding.error)} />}
    </Dialog>
  )
}
