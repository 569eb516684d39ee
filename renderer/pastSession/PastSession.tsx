import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Session } from '../../shared/model'
import { go } from '../app/route'
import { Button } from '../ui/Button'
import { OneIntent, type Press } from '../lib/oneIntent'
import { count, formatClock, formatMoment } from '../lib/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useDeleteSession } from '../history/useDeleteSession'
import { countsAsAnswer, isEnded, type EndedTake } from '../../shared/endedTake'
import { PastQuestion } from './PastQuestion'
import styles from './PastSession.module.css'
import { useOpenTake } from './useOpenTake'

interface PastSessionProps {
  readonly session: Session
  /** The take that somebody came here for: it is open, and silent until it is played. */
  readonly soughtId: string | undefined
}

/** The session's head, then every question that something was said to. */
export function PastSession({ session, soughtId }: PastSessionProps) {
  const deleteSession = useDeleteSession()
  const [deleting] = useState(() => new OneIntent())
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const [openTake, toggleTake] = useOpenTake(() => endedTakeOf(session, soughtId))

  const spokenTo = session.questions.filter((question) => question.takes.some(isEnded))
  const answeredCount = session.questions.filter((question) =>
    question.takes.some(countsAsAnswer),
  ).length
  const openCount = session.questions.length - answeredCount
  const isUnfinished = session.finishedAtMs === null
  const moment = formatMoment(session.startedAtMs)

  const remove = (press: Press) => {
    if (!deleting.isNewPress(press)) return
    setTrouble(null)
    deleteSession(session.id).then(
      () => go({ screen: 'history' }),
      (error: unknown) => setTrouble({ error }),
    )
  }

  return (
    <>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['heading']}>{moment}</h1>
          <ul className={styles['summary']}>
            <li>{session.title}</li>
            <li>
              {answeredCount} of {count(session.questions.length, 'question')}
            </li>
            <li>{count(session.takeCount, 'take')}</li>
            <li>{formatClock(session.spokenMs)} spoken</li>
            {isUnfinished && <li>Unfinished</li>}
          </ul>
        </div>
        <div className={styles['ways']}>
          {isUnfinished && (
            <Button look="primary" onClick={() => go({ screen: 'session', sessionId: session.id })}>
              Resume session
            </Button>
          )}
          <Button
            look="quiet"
            iconOnly
            label={`Delete session from ${moment}`}
            icon={<Trash2 strokeWidth={1.75} />}
            onClick={remove}
          />
        </div>
      </header>
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
      {spokenTo.map((question) => (
        <PastQuestion
          key={question.id}
          question={question}
          soughtId={soughtId}
          open={openTake}
          onToggle={toggleTake}
        />
      ))}
      {openCount > 0 && (
        <p className={styles['rest']}>{count(openCount, 'question')} not answered</p>
      )}
    </>
  )
}

function endedTakeOf({ questions }: Session, takeId: string | undefined): EndedTake | null {
  const takes = questions.flatMap((question) => question.takes).filter(isEnded)
  return takes.find(({ id, state }) => id === takeId && state === 'ready') ?? null
}
