import { useRef, useState } from 'react'
import type { Interview } from '../../../shared/interviews/interview'
import {
  FIRST_INTERVIEW_DATE,
  LAST_INTERVIEW_DATE,
  MAX_WHERE_CHARACTERS,
} from '../../../shared/defaults'
import type { Day } from '../../../shared/practice/day'
import type { PracticeScope } from '../../../shared/practice/scope'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/field/TextField'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { dateWords, whenWords } from '../interviewWords'
import type { Written } from '../useInterviews'
import { DateField } from './DateField'
import styles from './InterviewDialog.module.css'
import { ScopeFields } from './ScopeFields'

interface InterviewDialogProps {
  /** Null: a new one. */
  readonly interview: Interview | null
  readonly today: Day
  readonly onSave: (interviewId: string | null, written: Written) => Promise<Interview>
  readonly onRemove: (interview: Interview) => Promise<void>
  readonly onClose: () => void
}

type Storing = { state: 'idle' } | { state: 'storing' } | { state: 'failed'; error: unknown }

/** Where and when the interview is, and what it is practised for. */
export function InterviewDialog({
  interview,
  today,
  onSave,
  onRemove,
  onClose,
}: InterviewDialogProps) {
  const announce = useAnnounce()
  const dateField = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(true)
  const [where, setWhere] = useState(interview?.where ?? '')
  const [date, setDate] = useState(interview?.date ?? '')
  const [scope, setScope] = useState<PracticeScope | null>(interview?.scope ?? null)
  const [wasTried, setWasTried] = useState(false)
  const [storing, setStoring] = useState<Storing>({ state: 'idle' })
  const isDate = date >= FIRST_INTERVIEW_DATE && date <= LAST_INTERVIEW_DATE
  const isNothing = scope !== null && scope.packIds.length === 0 && !scope.includesOwn

  const store = async (work: () => Promise<string | null>) => {
    if (storing.state === 'storing') return
    setStoring({ state: 'storing' })
    try {
      const done = await work()
      setIsOpen(false)
      if (done !== null) announce(done)
    } catch (error) {
      setStoring({ state: 'failed', error })
    }
  }
  const save = () => {
    setWasTried(true)
    if (!isDate) return dateField.current?.focus()
    if (isNothing) return
    void store(async () => {
      await onSave(interview?.id ?? null, { where: where.trim(), date, scope })
      return `Interview ${whenWords(date, today)} saved`
    })
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Your interview"
      buttons={{
        main: (
          <Button look="primary" onClick={save}>
            Save
          </Button>
        ),
        other: (
          <>
            {interview && (
              <Button
                onClick={() =>
                  void store(async () => {
                    await onRemove(interview)
                    // The offer to undo says it.
                    return null
                  })
                }
              >
                Remove
              </Button>
            )}
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
          </>
        ),
      }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Where"
          hint="The employer, or whatever you call it. It stays on this machine."
          maxLength={MAX_WHERE_CHARACTERS}
          value={where}
          onChange={setWhere}
        />
        <DateField
          ref={dateField}
          value={date}
          onChange={setDate}
          hint={isDate ? hintOf(date, today) : ''}
          problem={wasTried && !isDate ? 'Choose the day.' : undefined}
        />
        <ScopeFields
          scope={scope}
          onChange={setScope}
          problem={wasTried && isNothing ? 'Choose at least one.' : undefined}
        />
        {/* Enter in a field saves, as the button does. */}
        <input type="submit" hidden />
      </form>
      {storing.state === 'failed' && <Trouble {...troubleOf(storing.error)} />}
    </Dialog>
  )
}

function hintOf(date: Day, today: Day): string {
  const when = `${dateWords(date, today)}, ${whenWords(date, today)}.`
  return date < today ? `${when} It will stand under “Past interviews”.` : when
}
