import type { QuestionLayer } from '../../../shared/questions/questionFields'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import { OutlineEditor } from '../../outline/OutlineEditor'
import styles from './Speaking.module.css'

interface SpeakingProps {
  readonly card: QuestionCard
  readonly noteStored: (layer: Partial<QuestionLayer>) => void
}

/** What one wants to say, edited in place, and beside it what may be asked then. */
export function Speaking({ card, noteStored }: SpeakingProps) {
  const { question, layer } = card
  const { followUps, language } = question
  return (
    <div className={styles['speaking']}>
      <section aria-labelledby="my-outline" className={styles['side']}>
        <h2 id="my-outline" className={styles['title']}>
          My outline
        </h2>
        <OutlineEditor
          questionId={question.id}
          outline={layer.outline}
          prompts={question.outline}
          language={language}
          onStored={(outline) => noteStored({ outline })}
        />
      </section>
      {followUps.length > 0 && (
        <section aria-labelledby="they-may-ask-next" className={styles['side']}>
          <h2 id="they-may-ask-next" className={styles['title']}>
            They may ask next
          </h2>
          <ul className={styles['followUps']} lang={language}>
            {followUps.map((followUp, index) => (
              <li key={index} dir="auto">
                {followUp}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
