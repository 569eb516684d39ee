import { use, useLayoutEffect, useRef } from 'react'
import { Button } from '../Button'
import { focusAfterUndo } from './focusAfterUndo'
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
  const section = useRef<HTMLElement>(null)
  // A layout effect: when it is cleaned up, the button still has the focus.
  useLayoutEffect(() => {
    const element = section.current
    return () => {
      if (element?.contains(document.activeElement)) focusAfterUndo(element)
    }
  }, [])
  return (
    <section ref={section} aria-label="Undo" className={className}>
      <span className={styles['done']}>{done}</span>
      {/* The second click of two would take back what was done before, which has come here. */}
      <Button look="quiet" label="Undo" title={`Undo: ${done}`} isToggle onClick={takeBack}>
        Undo
      </Button>
    </section>
  )
}
