import { count } from '../ui/format'
import { Highlighted } from './Highlighted'
import type { ListedSession } from './sessionList'
import styles from './Matches.module.css'

const PLACES = {
  question: 'Question',
  example: 'Example answer',
  notes: 'Your notes',
} as const

/** A common word is found everywhere; three places tell enough. */
const SHOWN = 3

interface MatchesProps {
  readonly matches: ListedSession['matches']
  readonly query: string
}

/** Where in a session the searched words stand. */
export function Matches({ matches, query }: MatchesProps) {
  return (
    <ul className={styles['matches']} aria-label="Found in">
      {matches.slice(0, SHOWN).map((match, index) => (
        <li key={index} className={styles['match']}>
          <span className={styles['place']}>{PLACES[match.foundIn]}</span>
          <div className={styles['words']}>
            <p className={styles['question']}>
              <Highlighted
                text={match.question}
                query={match.foundIn === 'question' ? query : ''}
              />
            </p>
            {match.foundIn !== 'question' && (
              <p className={styles['excerpt']}>
                <Highlighted text={match.excerpt} query={query} />
              </p>
            )}
          </div>
        </li>
      ))}
      {matches.length > SHOWN && (
        <li className={styles['rest']}>and {count(matches.length - SHOWN, 'place')} more</li>
      )}
    </ul>
  )
}
