import { Bookmark } from 'lucide-react'
import { RATING_NAMES } from '../../../shared/defaults'
import { href } from '../../app/route'
import { followUpWords } from '../../lib/questionWords'
import { formatDay, formatPace, formatShortDay, formatTime } from '../../lib/format'
import { Nothing } from '../../ui/Nothing'
import { canBeCompared } from '../chooseForComparing'
import type { HeardTake } from '../heardTake'
import { RubricSteps } from './RubricSteps'
import {
  FIRST_WORD,
  LENGTH,
  LONGEST_PAUSE,
  SPEECH_SHARE,
  type TakeMeasure,
} from '../chart/takeMeasures'
import styles from './TakesTable.module.css'

interface TakesTableRowProps {
  readonly heard: HeardTake
  readonly name: string
  /** How many rows the session has, in the first of them; 0 in the others. */
  readonly sessionRows: number
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One take with everything that is known of it. */
export function TakesTableRow({
  heard,
  name,
  sessionRows,
  isChosen,
  onChoose,
}: TakesTableRowProps) {
  const { take, measures, marks, rubric } = heard
  const { sessionId, id: takeId, startedAtMs } = take
  const followUp = followUpWords(take)
  return (
    <tr>
      {sessionRows > 0 && (
        <th scope="rowgroup" rowSpan={sessionRows} className={styles['session']}>
          <a
            href={href({ screen: 'pastSession', sessionId })}
            aria-label={`Session of ${formatDay(startedAtMs)}, ${formatTime(startedAtMs)}`}
            draggable={false}
          >
            {formatShortDay(startedAtMs)}
          </a>{' '}
          {formatTime(startedAtMs)}
        </th>
      )}
      <th scope="row" className={styles['take']}>
        <span className={styles['choice']}>
          <input
            type="checkbox"
            aria-label={`Choose ${name} to compare`}
            checked={isChosen}
            disabled={!canBeCompared(heard)}
            onChange={onChoose}
          />
          <a
            href={href({ screen: 'pastSession', sessionId, takeId })}
            aria-label={name}
            draggable={false}
          >
            Take {take.number}
          </a>
          {take.isBest && (
            <Bookmark
              size={14}
              strokeWidth={1.75}
              fill="currentColor"
              role="img"
              aria-label="Best"
              aria-hidden={undefined}
              className={styles['best']}
            />
          )}
        </span>
        {followUp && (
          <span className={styles['followUp']} title={followUp} dir="auto">
            {followUp}
          </span>
        )}
      </th>
      {take.state === 'ready' ? <Value heard={heard} measure={LENGTH} /> : <td>Damaged</td>}
      <Value heard={heard} measure={FIRST_WORD} />
      <Value heard={heard} measure={LONGEST_PAUSE} />
      <Value heard={heard} measure={SPEECH_SHARE} />
      <td>{measures?.paceWpm ? formatPace(measures.paceWpm) : <Nothing />}</td>
      <td>
        <RubricSteps rubric={rubric} />
      </td>
      <td>{take.rating ? RATING_NAMES[take.rating] : <Nothing />}</td>
      <td>{marks.length > 0 ? marks.length : <Nothing />}</td>
    </tr>
  )
}

function Value({ heard, measure }: { readonly heard: HeardTake; readonly measure: TakeMeasure }) {
  const span = measure.of(heard)
  return <td>{span ? measure.words(span) : <Nothing />}</td>
}
