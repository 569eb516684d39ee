import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { Measuring } from '../../shared/measures'
import type { Question } from '../../shared/model'
import { useDelayed } from '../lib/useDelayed'
import { Button } from '../ui/Button'
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

/** How the take sounds: what is worth saying of it, and all numbers one step away. */
export function MeasuresPanel({ takeId, measuring, target }: MeasuresPanelProps) {
  // Whoever opened them wants them for the next take too.
  const [showsAll, setShowsAll] = useState(false)
  return (
    <section aria-label="Measures" className={styles['measures']}>
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
  const numbersId = useId()
  if (measuring === null) return null
  switch (measuring.state) {
    case 'measuring':
      return isSlow ? <Progress share={measuring.share} /> : null
    case 'impossible':
      return <p className={styles['quiet']}>This take could not be measured.</p>
    case 'ready': {
      const { measures, usual } = measuring
      return (
        <>
          <ul className={styles['remarks']}>
            {remarksOn(measures, usual, target).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Button
            look="quiet"
            className={styles['disclosure']}
            aria-expanded={showsAll}
            aria-controls={showsAll ? numbersId : undefined}
            icon={showsAll ? <ChevronUp strokeWidth={1.75} /> : <ChevronDown strokeWidth={1.75} />}
            onClick={() => onShowAll(!showsAll)}
          >
            All numbers
          </Button>
          {showsAll && (
            <AllNumbers id={numbersId} measures={measures} usual={usual} target={target} />
          )}
        </>
      )
    }
  }
}

function Progress({ share }: { readonly share: number }) {
  return (
    <label className={styles['progress']}>
      Measuring this take
      <progress value={share} max={1} />
    </label>
  )
}
