import { useState } from 'react'
import type { Measuring } from '../../shared/measures'
import type { Question } from '../../shared/model'
import { useDelayed } from '../lib/useDelayed'
import { Disclosure } from '../ui/disclosure/Disclosure'
import { AllNumbers } from './AllNumbers'
import styles from './MeasuresPanel.module.css'
import { remarksOn } from './remarks'

/** Most takes are measured sooner than that: then nobody has to read that it is being done. */
const QUIET_MS = 1000

interface MeasuresPanelProps {
  readonly takeId: string
  /** Null until it is known. */
  readonly measuring: Measuring | null
  /** Null where no length is wanted: an answer to a follow-up is as long as it is. */
  readonly target: Question['target'] | null
}

/** How the take sounds: two lines that are worth saying of it, and all numbers one step away. */
export function MeasuresPanel({ takeId, measuring, target }: MeasuresPanelProps) {
  // Whoever opened them wants them for the next take too.
  const [showsAll, setShowsAll] = useState(false)
  const isKnown = measuring?.state === 'ready' || measuring?.state === 'impossible'
  return (
    <section
      aria-label="Measures"
      className={[styles['measures'], !isKnown && styles['measuring']].filter(Boolean).join(' ')}
    >
      <OfTake
        key={takeId}
        measuring={measuring}
        target={target}
        showsAll={showsAll}
        onShowAll={setShowsAll}
      />
    </section>
  )
}

interface OfTakeProps extends Omit<MeasuresPanelProps, 'takeId'> {
  readonly showsAll: boolean
  readonly onShowAll: (showsAll: boolean) => void
}

function OfTake({ measuring, target, showsAll, onShowAll }: OfTakeProps) {
  const isSlow = useDelayed(QUIET_MS)
  if (measuring === null) return null
  switch (measuring.state) {
    case 'measuring':
      return isSlow ? <Progress share={measuring.share} /> : null
    case 'impossible':
      return <p className={styles['quiet']}>This take could not be measured.</p>
    case 'ready': {
      const { measures, usual } = measuring
      const { first, second } = remarksOn(measures, usual, target)
      return (
        <>
          <Line facts={first} />
          {second.length > 0 && <Line facts={second} className={styles['second']} />}
          <Disclosure
            words="All numbers"
            className={styles['all']}
            isOpen={showsAll}
            onToggle={onShowAll}
          >
            <AllNumbers measures={measures} usual={usual} target={target} />
          </Disclosure>
        </>
      )
    }
  }
}

interface LineProps {
  readonly facts: readonly string[]
  readonly className?: string | undefined
}

function Line({ facts, className }: LineProps) {
  return (
    <ul className={[styles['line'], className].filter(Boolean).join(' ')}>
      {facts.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

function Progress({ share }: { readonly share: number }) {
  return (
    <label className={styles['progress']}>
      Measuring this take
      <progress value={share} max={1} />
    </label>
  )
}
