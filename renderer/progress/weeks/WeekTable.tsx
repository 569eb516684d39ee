import type { Week } from '../../../shared/progress/progressRequests'
import { href } from '../../app/route'
import { Nothing } from '../../ui/Nothing'
import { weekRange } from './weekWords'
import styles from './WeekTable.module.css'

interface WeekTableProps {
  readonly name: string
  /** Oldest first. */
  readonly weeks: readonly Week[]
  readonly columns: readonly {
    readonly name: string
    /** Null where the week has none. */
    readonly of: (week: Week) => string | null
  }[]
}

/** What a chart shows, the newest week on top; each leads to what was said in it. */
export function WeekTable({ name, weeks, columns }: WeekTableProps) {
  return (
    <table className={styles['weeks']} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">Week</th>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map((week) => (
          <tr key={week.day}>
            <th scope="row">
              <a href={href({ screen: 'progress', week: week.day })}>{weekRange(week)}</a>
            </th>
            {columns.map((column) => (
              <td key={column.name}>{column.of(week) ?? <Nothing />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
