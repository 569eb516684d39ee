import { isAnswer, type EndedTake } from '../../shared/endedTake'
import type { Question } from '../../shared/model'
import { Button } from '../ui/Button'
import { OutlineEditor } from './OutlineEditor'
import { OutlineLines } from './OutlineLines'
import { OutlineTicks } from './OutlineTicks'
import styles from './SessionOutline.module.css'
import type { OutlineShown } from './useOutlineShown'
import type { QuestionOutline } from './useQuestionOutline'

interface SessionOutlineProps {
  readonly question: Question
  readonly outline: QuestionOutline | null | undefined
  readonly shown: OutlineShown
  /** Somebody speaks: everything around it is out of sight. */
  readonly isRunning: boolean
  /** What is looked at; without one, nothing was said yet. */
  readonly take?: EndedTake
  readonly isNewest?: boolean
}

/**
 * What one wants to say: written before a take, glanced at while one speaks, ticked after it. It
 * keeps its place while it is out of sight.
 */
export function SessionOutline(props: SessionOutlineProps) {
  const { question, outline, shown, isRunning, take, isNewest = false } = props
  if (!outline || !(shown.isShown || shown.isPlaced)) return null
  const isGlancedAt = isRunning && shown.isShown
  const canTick = take !== undefined && isAnswer(take)
  const isTicked = canTick && !shown.isEdited
  return (
    <section
      aria-labelledby="session-outline"
      className={isGlancedAt ? styles['glancedAt'] : take ? styles['after'] : styles['before']}
    >
      <header className={styles['head']}>
        <h2 id="session-outline" className={styles['title']}>
          My outline
        </h2>
        {canTick && !isGlancedAt && (
          <>
            <span className={styles['hint']}>{isTicked && 'Tick what you said'}</span>
            <Button
              look="quiet"
              className={styles['edit']}
              label={isTicked ? 'Edit outline' : 'Done editing the outline'}
              onClick={() => shown.edit(isTicked)}
            >
              {isTicked ? 'Edit' : 'Done'}
            </Button>
          </>
        )}
      </header>
      <div className={styles['body']}>
        {isGlancedAt ? (
          <OutlineLines outline={outline} />
        ) : isTicked ? (
          <OutlineTicks key={take.id} takeId={take.id} outline={outline} isNewest={isNewest} />
        ) : (
          <OutlineEditor
            key={outline.questionId}
            questionId={outline.questionId}
            outline={outline.stored}
            leftOut={outline.leftOut}
            prompts={question.outline}
            language={question.language}
            onStored={outline.onStored}
          />
        )}
      </div>
    </section>
  )
}
