import { count } from '../../lib/format'
import { shortName } from '../../lib/questionWords'
import { Highlighted } from '../../ui/search/Highlighted'
import { matchesByQuestion, MATCHES_SHOWN } from './matchesByQuestion'
import styles from './Matches.module.css'
import type { ListedSession } from '../sessionList'

const PLACES = {
  question: 'Question',
  example: 'Example answer',
  outline: 'Your outline',
  notes: 'Your notes',
} as const

interface MatchesProps {
  readonly matches: ListedSession['matches']
  readonly query: string
}

/** Where in a session the searched words stand: the question, and what was found below it. Not a list: the items of the list around it are the sessions. */
export function Matches({ matches, query }: MatchesProps) {
  const found = matchesByQuestion(matches)
  return (
    <div className={styles['matches']}>
      {found.slice(0, MATCHES_SHOWN).map((asked) => (
        <div key={asked.questionId}>
          <p className={styles['question']} dir="auto" lang={asked.language} title={asked.question}>
            {/* Where the words stand in the question itself, they are shown in it. */}
            {asked.isFound ? <Highlighted text={asked.question} query={query} /> : shortName(asked)}
          </p>
          {asked.texts.map(({ foundIn, excerpt }) => (
            <p key={foundIn} className={styles['text']}>
              <span className={styles['place']}>{PLACES[foundIn]}</span>
              {/* What one has written oneself may be in any language. */}
              <span
                className={styles['excerpt']}
                dir="auto"
                lang={foundIn === 'example' ? asked.language : undefined}
              >
                <Highlighted text={excerpt} query={query} />
              </span>
            </p>
          ))}
        </div>
      ))}
      {found.length > MATCHES_SHOWN && (
        <p className={styles['rest']}>
          and in {count(found.length - MATCHES_SHOWN, 'more question')}
        </p>
      )}
    </div>
  )
}
