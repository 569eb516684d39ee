import { useEffect, useId, useRef, useState } from 'react'
import { commandIn } from '../keys/keyboard'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { MoreFields } from './fields/MoreFields'
import { QuestionFields } from './fields/QuestionFields'
import styles from './QuestionForm.module.css'
import type { SavedQuestion } from './saveQuestion'
import type { FormBeginning } from './useFormBeginning'
import { useQuestionForm } from './useQuestionForm'
import type { FormField } from './values/formValues'

interface QuestionFormProps {
  readonly questionId: string | null
  readonly beginning: FormBeginning
  readonly onClose: () => void
  readonly onSaved?: (saved: SavedQuestion) => void
  readonly onTakenBack: () => void
}

const FOLDED: readonly FormField[] = [
  'shortTitle',
  'talkingPoints',
  'pitfalls',
  'shortest',
  'longest',
]

/** A question of one's own as it is written. Closing it keeps what was written; "Cancel" does not. */
export function QuestionForm({ onClose, ...props }: QuestionFormProps) {
  const { questionId } = props
  // What changes behind the form meanwhile is not what it began with.
  const [beginning] = useState(props.beginning)
  const form = useQuestionForm({ ...props, beginning })
  const { values, problems, refusals, failure } = form
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const [isMoreOpen, setIsMoreOpen] = useState(false)
  const opensMore = FOLDED.some((field) => problems[field] !== undefined)

  // One came to write: the first field, not the title. After the dialog's own effect.
  useEffect(() => {
    element.current?.querySelector('textarea')?.focus()
  }, [])
  useEffect(() => {
    if (refusals === 0) return
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])

  return (
    <Dialog
      open={form.isOpen}
      onOpenChange={() => {
        form.keep()
        onClose()
      }}
      title={questionId === null ? 'New question' : 'Edit question'}
      buttons={{
        main: (
          <Button look="primary" type="submit" form={id}>
            Save
          </Button>
        ),
        other: <Button onClick={form.throwAway}>Cancel</Button>,
      }}
    >
      <form
        id={id}
        ref={element}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.save()
        }}
        onKeyDown={(event) => {
          // Behind a dialog commands are silent; this one is its own.
          if (event.repeat || !commandIn(event.nativeEvent, ['saveQuestion'])) return
          event.preventDefault()
          void form.save()
        }}
      >
        {beginning.isDraft && (
          <p className={styles['found']}>
            This was written before and not saved. Cancel throws it away.
          </p>
        )}
        <QuestionFields
          packs={beginning.packs}
          values={values}
          problems={problems}
          set={form.set}
        />
        <MoreFields
          isOpen={isMoreOpen || opensMore}
          onToggle={setIsMoreOpen}
          values={values}
          problems={problems}
          set={form.set}
        />
        {failure !== null && <Trouble {...troubleOf(failure)} />}
      </form>
    </Dialog>
  )
}
