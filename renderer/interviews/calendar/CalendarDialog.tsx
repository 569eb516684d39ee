import { useId, useState } from 'react'
import type { ErrorWords } from '../../../shared/errors'
import type { Interview } from '../../../shared/interviews/interview'
import { practiceDays } from '../../../shared/interviews/practiceDays'
import type { Day } from '../../../shared/practice/day'
import { request } from '../../api'
import { count } from '../../lib/format'
import { useSettings } from '../../settings/SettingsContext'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './CalendarDialog.module.css'
import { DISK_FULL, entriesWords, REFUSED } from './calendarWords'

interface CalendarDialogProps {
  readonly interview: Interview
  readonly today: Day
  /** The interview, which remembers the time. */
  readonly onSaved: (interview: Interview) => void
  readonly onClose: () => void
}

type Saving =
  { state: 'idle' } | { state: 'saving' } | { state: 'failed'; words: ErrorWords; code?: string }

const USUAL_TIME = '19:00'

/** The evenings till the interview go out as a file that every calendar reads. */
export function CalendarDialog({ interview, today, onSaved, onClose }: CalendarDialogProps) {
  const id = useId()
  const announce = useAnnounce()
  const { settings } = useSettings()
  const [isOpen, setIsOpen] = useState(true)
  const [time, setTime] = useState(interview.calendarTime ?? USUAL_TIME)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [nowMs] = useState(() => Date.now())
  const { date } = interview
  const days = time === '' ? [] : practiceDays({ nowMs, date, time })

  const save = async () => {
    if (saving.state === 'saving' || days.length === 0) return
    setSaving({ state: 'saving' })
    try {
      const saved = await request('interviews.saveCalendar', { interviewId: interview.id, time })
      if (saved.state === 'saved') {
        onSaved(saved.interview)
        setIsOpen(false)
        announce(`${count(days.length, 'entry', 'entries')} saved in ${saved.fileName}`)
      } else if (saved.state === 'refused') {
        setSaving({ state: 'failed', words: saved.isDiskFull ? DISK_FULL : REFUSED })
      } else setSaving({ state: 'idle' })
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
      title="Practice in your calendar"
      buttons={{
        main: (
          <Button look="primary" disabled={days.length === 0} onClick={() => void save()}>
            Save
          </Button>
        ),
        other: <Button onClick={() => setIsOpen(false)}>Cancel</Button>,
      }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles['field']}>
          <label htmlFor={id} className={styles['label']}>
            At what time
          </label>
          <input
            id={id}
            type="time"
            className={styles['time']}
            value={time}
            aria-describedby={`${id}-said`}
            onChange={({ target }) => setTime(target.value)}
          />
        </div>
        <p id={`${id}-said`}>{entriesWords(days, settings.practiceMinutes, today)}</p>
        <p className={styles['about']}>
          Soundcheck writes a file, and your calendar reads it.{' '}
          {interview.calendarTime === null
            ? 'Who the interview is with is not in it.'
            : 'Its entries take the place of those from before.'}
        </p>
      </form>
      {saving.state === 'failed' && <Trouble {...saving} />}
    </Dialog>
  )
}
