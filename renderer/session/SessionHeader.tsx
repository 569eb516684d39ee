import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Session, SessionQuestion } from '../../shared/model'
import type { OutlineShown } from '../outline/useOutlineShown'
import { Button } from '../ui/Button'
import styles from './SessionScreen.module.css'

interface SessionHeaderProps {
  readonly session: Session
  readonly question: SessionQuestion
  readonly outline: OutlineShown
  readonly onStep: (direction: -1 | 1) => void
  readonly onFinish: () => void
}

/** Where one is in the session, and the ways on. */
export function SessionHeader(props: SessionHeaderProps) {
  const { session, question, outline, onStep, onFinish } = props
  return (
    <header className={styles['head']}>
      <span className={styles['title']} title={session.title}>
        {session.title}
      </span>
      <Button
        look="quiet"
        className={styles['outline']}
        command="outline"
        isToggle
        disabled={outline.toggle === null}
        label={outline.isShown ? 'Hide outline' : 'Show outline'}
        onClick={() => outline.toggle?.()}
      >
        {/* One text: between two there would be the button's gap. */}
        <span className={styles['outlineWords']}>
          <span className={styles['spared']}>{outline.isShown ? 'Hide ' : 'Show '}</span>outline
        </span>
      </Button>
      <span className={styles['position']}>
        <span className={styles['spared']}>Question </span>
        {question.position} of {session.questions.length}
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
