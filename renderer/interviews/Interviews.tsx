import { useRef, useState } from 'react'
import type { Interview } from '../../shared/interviews/interview'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { AfterInterview, interviewToTell } from './after/AfterInterview'
import { PastInterviews } from './after/PastInterviews'
import { ComingInterviews } from './ComingInterviews'
import { InterviewDialogs, type OpenDialog } from './InterviewDialogs'
import styles from './Interviews.module.css'
import { useCalendarDate } from './useCalendarDate'
import { splitByDate, type Interviews as InterviewsKnown } from './useInterviews'

interface InterviewsProps {
  /** From useInterviews, asked for together with what stands around them: nothing may jump. */
  readonly interviews: InterviewsKnown
}

/** The interviews on Practice: those that one practises for, and those that one has been to. */
export function Interviews({ interviews }: InterviewsProps) {
  const today = useCalendarDate()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { answer } = interviews
  if (answer.state === 'loading') return null
  if (answer.state === 'failed')
    return (
      <Trouble {...troubleOf(answer.error)}>
        <Button onClick={interviews.askAgain}>Try again</Button>
      </Trouble>
    )
  const { coming, past } = splitByDate(answer.value, today)
  const toTell = interviewToTell(past, today)
  const change = (interview: Interview | null) => setDialog({ kind: 'interview', interview })
  const tell = (interview: Interview) => setDialog({ kind: 'tell', interview })
  const close = () => {
    setDialog(null)
    // What opened it may be gone, and the focus with it.
    if (document.activeElement === document.body) heading.current?.focus()
  }
  return (
    <div className={styles['interviews']}>
      {toTell && <AfterInterview interview={toTell} today={today} onTell={() => tell(toTell)} />}
      <section aria-labelledby="your-interview" className={styles['region']}>
        <h2 ref={heading} id="your-interview" tabIndex={-1} className={styles['heading']}>
          Your interview
        </h2>
        <ComingInterviews
          interviews={coming}
          today={today}
          onOpen={change}
          onFillCalendar={(interview) => setDialog({ kind: 'calendar', interview })}
        />
        {past.length > 0 && (
          <PastInterviews interviews={past} today={today} onTell={tell} onChange={change} />
        )}
      </section>
      {dialog && (
        <InterviewDialogs
          // A text that was begun for one is not another one's.
          key={`${dialog.kind} ${dialog.interview?.id ?? ''}`}
          dialog={dialog}
          today={today}
          interviews={interviews}
          onClose={close}
        />
      )}
    </div>
  )
}
