import type { RequestOutput } from '../../../shared/contract'
import { href } from '../../app/route'
import { count, formatClock, formatMoment } from '../../lib/format'
import { minutesWords, SOUND_MEASURES, soundWords, weekRange } from '../weeks/weekWords'
import styles from './WeekScreen.module.css'

/** What the week came to, and its sessions, each at its first take of that week. */
export function WeekSessions({ week, sessions, sessionCount }: RequestOutput<'progress.week'>) {
  const sounds = SOUND_MEASURES.flatMap((measure) => {
    const value = measure.of(week)
    return value === null ? [] : [{ name: measure.name, words: soundWords(measure, value) }]
  })
  return (
    <>
      <h1 className={styles['heading']}>{weekRange(week)}</h1>
      <p className={styles['summary']}>
        {week.takeCount === 0
          ? 'Nothing was said in this week.'
          : `${minutesWords(week.spokenMs)} spoken in ${count(week.takeCount, 'take')}`}
      </p>
      {sounds.length > 0 && (
        <dl className={styles['sounds']} aria-label="How you sounded">
          {sounds.map(({ name, words }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {sessions.length > 0 && (
        <ul className={styles['sessions']} aria-label="Sessions">
          {sessions.map(({ sessionId, firstTakeId, title, startedAtMs, takeCount, spokenMs }) => (
            <li key={sessionId} className={styles['session']}>
              <a
                className={styles['link']}
                href={href({ screen: 'pastSession', sessionId, takeId: firstTakeId })}
                draggable={false}
              >
                {formatMoment(startedAtMs)}
              </a>
              <span className={styles['name']} title={title} dir="auto">
                {title}
              </span>
              <span className={styles['amount']}>{count(takeCount, 'take')}</span>
              <span className={styles['amount']}>{formatClock(spokenMs)} spoken</span>
            </li>
          ))}
        </ul>
      )}
      {sessionCount > sessions.length && (
        <p className={styles['rest']}>
          {count(sessionCount - sessions.length, 'earlier session')} of this week are in{' '}
          <a href={href({ screen: 'history' })}>History</a>.
        </p>
      )}
    </>
  )
}
