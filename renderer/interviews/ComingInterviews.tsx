import type { Interview } from '../../shared/interviews/interview'
import type { Day } from '../../shared/practice/day'
import { Button } from '../ui/Button'
import { AT_TOP, DeletedHere, useDeletedPlace } from '../ui/undo/DeletedHere'
import { INTERVIEWS } from '../ui/undo/deletedLists'
import { dateWords, nameOf, whenWords } from './interviewWords'
import { rankOf } from './useInterviews'
import styles from './Interviews.module.css'

interface ComingInterviewsProps {
  /** The nearest first. */
  readonly interviews: readonly Interview[]
  readonly today: Day
  /** Null: a new one. */
  readonly onOpen: (interview: Interview | null) => void
  readonly onFillCalendar: (interview: Interview) => void
}

/** Where and when each of them is, and what can be done about it. */
export function ComingInterviews({
  interviews,
  today,
  onOpen,
  onFillCalendar,
}: ComingInterviewsProps) {
  const ranks = interviews.map(rankOf)
  const deletedBelow = useDeletedPlace(INTERVIEWS, ranks)
  const [nearest] = interviews
  return (
    <>
      {deletedBelow === AT_TOP && <DeletedHere />}
      {!nearest && (
        <>
          <p className={styles['words']}>
            Say when it is, and new questions are spread over the days until then.
          </p>
          <div className={styles['ways']}>
            <Button onClick={() => onOpen(null)}>Set interview date</Button>
          </div>
        </>
      )}
      {nearest && (
        <>
          <ul aria-label="Interviews" className={styles['list']}>
            {interviews.map((interview) => (
              <li key={interview.id} className={styles['interview']}>
                <ComingInterview
                  interview={interview}
                  today={today}
                  isNearest={interview === nearest}
                  onChange={() => onOpen(interview)}
                />
                {deletedBelow === rankOf(interview) && <DeletedHere />}
              </li>
            ))}
          </ul>
          <div className={styles['quietWays']}>
            {/* On its own day nobody practises any more. */}
            {nearest.date > today && (
              <Button look="quiet" onClick={() => onFillCalendar(nearest)}>
                Put the practice into my calendar
              </Button>
            )}
            <Button look="quiet" onClick={() => onOpen(null)}>
              Add another interview
            </Button>
          </div>
        </>
      )}
    </>
  )
}

interface ComingInterviewProps {
  readonly interview: Interview
  readonly today: Day
  readonly isNearest: boolean
  readonly onChange: () => void
}

function ComingInterview({ interview, today, isNearest, onChange }: ComingInterviewProps) {
  const name = nameOf(interview)
  return (
    <div className={styles['line']}>
      <div className={styles['about']}>
        <p className={styles['name']} title={name}>
          <span dir="auto" className={styles['where']}>
            {name}
          </span>
          <span className={styles['when']}>{whenWords(interview.date, today)}</span>
        </p>
        <p className={styles['date']}>{dateWords(interview.date, today)}</p>
      </div>
      {/* All have the same one; the nearest is the one that is meant where none is named. */}
      <Button
        look={isNearest ? 'plain' : 'quiet'}
        label={isNearest ? 'Change interview date' : `Change interview date: ${name}`}
        onClick={onChange}
      >
        {isNearest ? 'Change interview date' : 'Change'}
      </Button>
    </div>
  )
}
