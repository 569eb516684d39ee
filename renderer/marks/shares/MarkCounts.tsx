import { MARK_NAMES } from '../../../shared/defaults'
import type { ReviewedTake } from '../../../shared/questionHistory'
import styles from './MarkCounts.module.css'
import { countMarks } from './countMarks'

/** How often each kind was marked in the takes of a question: a line for each kind, a column for each take. */
export function MarkCounts({ takes }: { readonly takes: readonly ReviewedTake[] }) {
  const lines = countMarks(takes)
  if (lines.length === 0) return null
  return (
    // Many takes are wider than the page: the table scrolls, and by keyboard only what has the focus does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label="Marks per take" tabIndex={0} className={styles['counts']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Marks, oldest take first</th>
            {takes.map(({ take }, index) => (
              <th key={take.id} scope="col">
                <span className="visually-hidden">Take </span>
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, counts }) => (
            <tr key={kind}>
              <th scope="row">{MARK_NAMES[kind]}</th>
              {counts.map((count, index) => (
                <td key={takes[index]?.take.id} data-none={count === 0 || undefined}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
