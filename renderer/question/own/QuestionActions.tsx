import { Ban, Star } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { QuestionLayer } from '../../../shared/questions/questionFields'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import { isTextField } from '../../keys/keptKeys'
import { Button } from '../../ui/Button'
import { PractiseQuestion } from '../about/PractiseQuestion'
import { CopyToMyPack } from './CopyToMyPack'
import { EditQuestion } from './EditQuestion'
import styles from './QuestionActions.module.css'

interface QuestionActionsProps {
  readonly card: QuestionCard
  /** Nothing was said to it yet: that is what there is to do. */
  readonly isFirst: boolean
  readonly annotate: (layer: Partial<QuestionLayer>) => void
}

/** What can be done with a question as a whole. */
export function QuestionActions({ card, isFirst, annotate }: QuestionActionsProps) {
  const { question, pack, layer } = card
  const { isStarred, isNotForMe } = layer
  return (
    <div className={styles['actions']} onClickCapture={leaveField}>
      <PractiseQuestion questionId={question.id} isFirst={isFirst} />
      {pack.kind === 'built-in' ? (
        <CopyToMyPack question={question} />
      ) : (
        <EditQuestion questionId={question.id} />
      )}
      <Button
        look="quiet"
        className={styles['toggle']}
        icon={<Star strokeWidth={1.75} fill={isStarred ? 'currentColor' : 'none'} />}
        aria-pressed={isStarred}
        isToggle
        onClick={() => annotate({ isStarred: !isStarred })}
      >
        Star
      </Button>
      <Button
        look="quiet"
        className={styles['toggle']}
        icon={<Ban strokeWidth={1.75} />}
        aria-pressed={isNotForMe}
        isToggle
        onClick={() => annotate({ isNotForMe: !isNotForMe })}
      >
        Not for me
      </Button>
    </div>
  )
}

/**
 * A button leaves the focus in the field in which somebody writes. What stands there is saved first:
 * the form begins with it, and a copy has it too.
 */
function leaveField({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  const { activeElement } = document
  if (!isTextField(activeElement) || currentTarget.contains(activeElement)) return
  if (target instanceof Element) target.closest('button')?.focus()
}
