import { request } from '../../api'
import { href } from '../../app/route'
import { formatClock } from '../../lib/format'
import { shortName } from '../../lib/questionWords'
import { useAnswer } from '../../lib/useAnswer'
import styles from './Today.module.css'

const askBestTakes = () => request('practice.bestTakes')

/** The day before and the day itself: what went well, to hear it once more. */
export function BestTakes() {
  const [takes] = useAnswer(askBestTakes)
  // Without one there is nothing to say of it, and what is to be said stands above.
  if (takes.state !== 'ready' || takes.value.length === 0) return null
  return (
    <section aria-labelledby="best-takes" className={styles['best']}>
      <h3 id="best-takes" className={styles['label']}>
        Your best takes, to hear once more
      </h3>
      <ul>
        {takes.value.map(({ takeId, sessionId, durationMs, ...question }) => (
          <li key={takeId} className={styles['take']}>
            <a
              href={href({ screen: 'pastSession', sessionId, takeId })}
              title={question.question}
              dir="auto"
              lang={question.language}
            >
              {shortName(question)}
            </a>
            <span className={styles['length']}>{formatClock(durationMs)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
