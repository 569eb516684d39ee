import { MARK_KEYS, MARK_NAMES } from '../../../shared/defaults'
import { formatShortDay, formatTime } from '../../lib/format'
import { Nothing } from '../../ui/Nothing'
import { type HeardTake, takeNameOf } from '../heardTake'
import { MarkStrip } from './MarkStrip'
import { markedTakes } from './markedTakes'
import styles from './MarksByTake.module.css'

/** What was marked in each take: as a strip to look at, and counted beside it. Newest first, as above it. */
export function MarksByTake({ takes }: { readonly takes: readonly HeardTake[] }) {
  const { kinds, marked } = markedTakes(takes)
  if (marked.length === 0) return null
  return (
    <section aria-labelledby="marks-by-take" className={styles['section']}>
      <h2 id="marks-by-take" className={styles['title']}>
        Marks by take
      </h2>
      <table className={styles['marks']} aria-labelledby="marks-by-take">
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Take</th>
            <th scope="col">From beginning to end</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                <span className={styles['word']}>{MARK_NAMES[kind]}</span>
                <span className={styles['letter']} aria-hidden="true">
                  {MARK_KEYS[kind]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marked.map(({ heard, counts }) => (
            <tr key={heard.take.id}>
              <td className={styles['session']}>
                {formatShortDay(heard.take.startedAtMs)} {formatTime(heard.take.startedAtMs)}
              </td>
              <th scope="row" aria-label={takeNameOf(heard.take, takes)}>
                Take {heard.take.number}
              </th>
              <td className={styles['lane']}>
                <MarkStrip heard={heard} />
              </td>
              {counts.map((count, index) => (
                <td key={kinds[index]}>{count === 0 ? <Nothing /> : count}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
