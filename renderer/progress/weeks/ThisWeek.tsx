import { useState } from 'react'
import type { Week } from '../../../shared/progress/progressRequests'
import { count } from '../../lib/format'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { WeekChart } from './WeekChart'
import styles from './Weeks.module.css'
import { WeekTable } from './WeekTable'
import { minutesNumber, minutesWords } from './weekWords'

const MINUTE_MS = 60_000
const HEIGHT = 168
/** From so many weeks on there is something to look back on. */
export const CHART_FROM_WEEKS = 2

/** How long one has spoken this week, and in each of those before. */
export function ThisWeek({ weeks }: { readonly weeks: readonly Week[] }) {
  const [named, setNamed] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const thisWeek = weeks.at(-1)!
  const lastWeek = weeks.at(-2)
  const hasChart = weeks.length >= CHART_FROM_WEEKS
  return (
    <section aria-labelledby="this-week" className={hasChart ? styles['first'] : styles['section']}>
      <div>
        <h2 id="this-week" className={styles['title']}>
          This week
        </h2>
        <p className={styles['figure']}>
          {thisWeek.takeCount === 0 ? 'Nothing said yet' : minutesWords(thisWeek.spokenMs)}
        </p>
        {thisWeek.takeCount > 0 && (
          <p className={styles['beside']}>spoken in {count(thisWeek.takeCount, 'take')}</p>
        )}
        {lastWeek && lastWeek.takeCount > 0 && (
          <p className={styles['beside']}>Last week: {inside(minutesWords(lastWeek.spokenMs))}</p>
        )}
        {!hasChart && (
          <p className={styles['hint']}>
            {thisWeek.takeCount === 0
              ? 'What you say in a session is added up here, week by week.'
              : 'From your second week on, a chart shows the minutes of each.'}
          </p>
        )}
      </div>
      {hasChart && (
        <div className={styles['drawn']}>
          <p className={styles['named']} aria-hidden="true">
            {named ?? 'Minutes spoken by week'}
          </p>
          <WeekChart
            label="Minutes spoken, week by week"
            weeks={weeks}
            look="bars"
            height={HEIGHT}
            valueOf={({ spokenMs }) => spokenMs / MINUTE_MS}
            words={({ spokenMs }) => inside(minutesWords(spokenMs))}
            atLeast={{ low: 0, high: 10 }}
            unit=""
            onNamed={setNamed}
          />
          <Disclosure words="As a table" isOpen={isOpen} onToggle={setIsOpen}>
            <WeekTable
              name="Minutes spoken by week"
              weeks={weeks}
              columns={[
                { name: 'Minutes spoken', of: ({ spokenMs }) => minutesNumber(spokenMs) },
                { name: 'Takes', of: ({ takeCount }) => String(takeCount) },
              ]}
            />
          </Disclosure>
        </div>
      )}
    </section>
  )
}

/** Within a line: "less than a minute". */
function inside(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
