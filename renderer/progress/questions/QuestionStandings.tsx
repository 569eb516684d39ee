import type { Progress, Standing } from '../../../shared/progress/progressRequests'
import { href } from '../../app/route'
import { count, formatAmount } from '../../lib/format'
import { ProgressList } from './ProgressList'
import styles from './Standings.module.css'
import { STANDINGS } from './standingWords'

/** How well the questions stand, all together and each of them. */
export function QuestionStandings({ progress }: { readonly progress: Progress }) {
  const { standings, questionIds, rows } = progress
  const dayCount = rows[0]?.days.length ?? 0
  return (
    <section aria-labelledby="standings" className={styles['section']}>
      <h2 id="standings" className={styles['title']}>
        Questions
      </h2>
      {questionIds.length === 0 ? (
        <p className={styles['nothing']}>
          There is no question to practise. Write or bring some in{' '}
          <a href={href({ screen: 'questions' })}>Questions</a>.
        </p>
      ) : (
        <>
          <p className={styles['note']}>
            Of the {count(questionIds.length, 'question')} that you practise. A bar for each of the
            last {count(dayCount, 'day')} is as high as your own rating, an outline where you only
            said it.
          </p>
          <svg className={styles['bar']} aria-hidden="true" preserveAspectRatio="none">
            <Segments progress={progress} />
          </svg>
          <ul className={styles['legend']} aria-label="How they stand">
            {STANDINGS.map(({ standing, name }) => (
              <li key={standing} className={styles['standing']}>
                <span className={classes('swatch', standing)} aria-hidden="true" />
                <span className={styles['amount']}>{formatAmount(standings[standing])}</span> {name}
              </li>
            ))}
          </ul>
          <div className={styles['columns']} aria-hidden="true">
            <span>Question</span>
            <span />
            <span>Last {count(dayCount, 'day')}</span>
            <span>Last said</span>
            <span>Rating</span>
          </div>
          <ProgressList progress={progress} />
        </>
      )}
    </section>
  )
}

function classes(shape: 'swatch' | 'segment', standing: Standing): string {
  return `${styles[shape]} ${styles[standing]}`
}

/** As wide as their shares of all questions, one beside the other. */
function Segments({ progress: { standings, questionIds } }: { readonly progress: Progress }) {
  let before = 0
  return STANDINGS.map(({ standing }) => {
    const percent = (100 * standings[standing]) / questionIds.length
    const start = before
    before += percent
    return (
      <rect
        key={standing}
        className={classes('segment', standing)}
        x={`${start}%`}
        width={`${percent}%`}
        height="100%"
      />
    )
  })
}
