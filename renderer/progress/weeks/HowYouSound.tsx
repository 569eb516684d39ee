import { useState } from 'react'
import type { Week } from '../../../shared/progress/progressRequests'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { Nothing } from '../../ui/Nothing'
import { CHART_FROM_WEEKS } from './ThisWeek'
import { WeekChart } from './WeekChart'
import styles from './Weeks.module.css'
import { WeekTable } from './WeekTable'
import { middleOf, SOUND_MEASURES, soundWords, type SoundMeasure } from './weekWords'

const HEIGHT = 148

/** How one began, paused and spoke, this week against one's own weeks before. */
export function HowYouSound({ weeks }: { readonly weeks: readonly Week[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const measured = weeks.filter(({ measuredCount }) => measuredCount > 0)
  const hasChart = measured.length >= CHART_FROM_WEEKS
  return (
    <section aria-labelledby="how-you-sound" className={styles['section']}>
      <h2 id="how-you-sound" className={styles['title']}>
        How you sound
      </h2>
      {measured.length === 0 ? (
        <p className={styles['nothing']}>
          Nothing is measured yet. After your next take you see here how soon you began, how long
          you paused and how fast you spoke.
        </p>
      ) : (
        <>
          <p className={styles['note']}>
            {hasChart
              ? 'The middle of each week’s takes; dashed, that of your earlier weeks. Pace is an estimate.'
              : 'The middle of your takes. From the second week on, charts show how they change. Pace is an estimate.'}
          </p>
          <div className={styles['sounds']}>
            {SOUND_MEASURES.map((measure) => (
              <Sound key={measure.name} measure={measure} weeks={weeks} hasChart={hasChart} />
            ))}
          </div>
          {hasChart && (
            <Disclosure words="As a table" isOpen={isOpen} onToggle={setIsOpen}>
              <WeekTable
                name="How you sound by week"
                weeks={weeks}
                columns={[
                  ...SOUND_MEASURES.map(({ shortName, of, words }) => ({
                    name: shortName,
                    of: (week: Week) => wordsOrNull(of(week), words),
                  })),
                  { name: 'Takes measured', of: ({ measuredCount }) => String(measuredCount) },
                ]}
              />
            </Disclosure>
          )}
        </>
      )}
    </section>
  )
}

interface SoundProps {
  readonly measure: SoundMeasure
  readonly weeks: readonly Week[]
  readonly hasChart: boolean
}

function Sound({ measure, weeks, hasChart }: SoundProps) {
  const [named, setNamed] = useState<string | null>(null)
  const { name, of, words, unit, axis, perUnit } = measure
  const now = wordsOrNull(of(weeks.at(-1)!), words)
  const middle = middleOf(weeks.slice(0, -1).map(of))
  const before = wordsOrNull(middle, words)
  return (
    <div className={styles['sound']}>
      <h3 className={styles['name']}>{name}</h3>
      <p className={styles['value']}>
        {now ?? <Nothing words="Nothing measured" />}
        {now !== null && unit !== '' && <span className={styles['unit']}> {unit}</span>}
      </p>
      <p className={styles['named']}>{named ?? comparison(now, before)}</p>
      {hasChart && (
        <WeekChart
          label={`${name}, week by week`}
          weeks={weeks}
          look="points"
          height={HEIGHT}
          valueOf={(week) => inUnits(of(week), perUnit)}
          words={(week) => soundWords(measure, of(week) ?? 0)}
          atLeast={axis}
          unit={axis.unit}
          middle={inUnits(middle, perUnit)}
          onNamed={setNamed}
        />
      )}
    </div>
  )
}

function comparison(now: string | null, before: string | null): string {
  const earlier = before === null ? '' : `, earlier weeks ${before}`
  return now === null ? `Not measured this week${earlier}` : `this week${earlier}`
}

function inUnits(value: number | null, perUnit: number): number | null {
  return value === null ? null : value / perUnit
}

function wordsOrNull(value: number | null, words: (value: number) => string): string | null {
  return value === null ? null : words(value)
}
