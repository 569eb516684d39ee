import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Session, SessionQuestion } from '../../shared/model'
import { Button } from '../ui/Button'
import styles from './SessionScreen.module.css'

interface SessionHeaderProps {
  readonly session: Session
  readonly question: SessionQuestion
  readonly onStep: (direction: -1 | 1) => void
  readonly onFinish: () => void
}

/** Where one is in the session, and the ways on. */
export function SessionHeader({ session, question, onStep, onFinish }: SessionHeaderProps) {
  return (
    <header className={styles['head']}>
      <span className={styles['title']} title={session.title}>
        {session.title}
      </span>
      <span className={styles['position']}>
        Question {question.position} of {session.questions.length}
      </span>
      <span className={styles['steps']}>
        <Button
          look="quiet"
          iconOnly
          icon={<ArrowLeft strokeWidth={1.75} />}
          label="Previous question"
          command="step"
          nth={0}
          disabled={question.position === 1}
          onClick={() => onStep(-1)}
        />
        <Button
          look="quiet"
          iconOnly
          icon={<ArrowRight strokeWidth={1.75} />}
          label="Next question"
          command="step"
          nth={1}
          disabled={question.position === session.questions.length}
          onClick={() => onStep(1)}
        />
      </span>
      <Button onClick={onFinish}>Finish session</Button>
    </header>
  )
}
