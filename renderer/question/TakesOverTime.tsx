import { useState } from 'react'
import type { Question } from '../../shared/model'
import { count, formatClock } from '../lib/format'
import type { Comparable } from './chooseForComparing'
import type { HeardTake } from './heardTake'
import { LENGTH, TAKE_MEASURES } from './chart/takeMeasures'
import { TakeChart } from './chart/TakeChart'
import styles from './QuestionScreen.module.css'

/** What was looked at last is looked at again after a take was listened to. */
let rememberedName = LENGTH.name

interface TakesOverTimeProps {
  /** Oldest first. */
  readonly takes: readonly HeardTake[]
  readonly target: Question['target']
  readonly chosen: readonly Comparable[]
}

/** One measure of every take, from the first to the newest. */
export function TakesOverTime({ takes, target, chosen }: TakesOverTimeProps) {
  const [name, setName] = useState(rememberedName)
  const [named, setNamed] = useState<string | null>(null)
  const measure = TAKE_MEASURES.find((one) => one.name === name) ?? LENGTH
  const missingCount = takes.filter((heard) => measure.of(heard) === null).length
  const hasValues = missingCount < takes.length
  const band = measure === LENGTH ? { low: target.shortestMs, high: target.longestMs } : undefined
  return (
    <section aria-labelledby="over-time" className={styles['section']}>
      <header className={styles['overTimeHead']}>
        <h2 id="over-time" className={styles['title']}>
          Over time
        </h2>
        {/* In the heading's line, so that it lies on no other point; the point says it itself. */}
        <span className={styles['named']} aria-hidden="true">
          {named}
        </span>
        <select
          aria-label="Measure"
          value={measure.name}
          onChange={({ target: { value } }) => {
            rememberedName = value
            setName(value)
            setNamed(null)
          }}
        >
          {TAKE_MEASURES.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      </header>
      {hasValues ? (
        <TakeChart
          key={measure.name}
          takes={takes}
          measure={measure}
          band={band}
          chosen={chosen}
          onNamed={setNamed}
        />
      ) : (
        <p className={styles['nothing']}>{NOTHING[measure.axis === 'steps' ? 'said' : 'heard']}</p>
      )}
      <p className={styles['note']}>
        {band &&
          `Shaded: ${formatClock(band.low)} to ${formatClock(band.high)}, the length that fits this question. `}
        {hasValues &&
          measure.axis === 'pace' &&
          'Words a minute, estimated: a range for each take. '}
        {hasValues && missingCount > 0 && `${count(missingCount, 'take')} without a value.`}
      </p>
    </section>
  )
}

const NOTHING = {
  said: 'Not answered for any of these takes yet.',
  heard: 'None of these takes is measured yet.',
}
