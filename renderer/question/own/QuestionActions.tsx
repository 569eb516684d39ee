import { Ban, Star } from 'lucide-react'
import type { QuestionLayer } from '../../../shared/questions/questionFields'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
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
  readonly onEdited: () => void
}

/** What can be done with a question as a whole. */
export function QuestionActions({ card, isFirst, annotate, onEdited }: QuestionActionsProps) {
  const { question, pack, layer } = card
  const { isStarred, isNotForMe } = layer
  return (
    <div className={styles['actions']}>
      <PractiseQuestion questionId={question.id} isFirst={isFirst} />
      {pack.kind === 'built-in' ? (
        <CopyToMyPack question={question} />
      ) : (
        <EditQuestion questionId={question.id} onEdited={onEdited} />
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
