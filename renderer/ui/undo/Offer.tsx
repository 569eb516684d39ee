import { use } from 'react'
import { Button } from '../Button'
import styles from './Undo.module.css'
import { UndoOffersContext } from './undoOffers'

interface OfferProps {
  /** "Take 1 deleted" */
  readonly done: string
  /** Of the place where it stands. */
  readonly className: string | undefined
}

/** "Take 1 deleted  Undo": takes the newest delete back. */
export function Offer({ done, className }: OfferProps) {
  const { takeBack } = use(UndoOffersContext)
  return (
    <section aria-label="Undo" className={className}>
      <span className={styles['done']}>{done}</span>
      {/* The second click of two would take back what was done before, which has come here. */}
      <Button look="quiet" label="Undo" title={`Undo: ${done}`} isToggle onClick={takeBack}>
        Undo
      </Button>
    </section>
  )
}
