import { Undo2 } from 'lucide-react'
import { use } from 'react'
import { Button } from '../Button'
import styles from './Undo.module.css'
import { UndoOffersContext } from './undoOffers'

/** Takes the newest delete back. */
export function UndoButton({ hasIcon = false }: { readonly hasIcon?: boolean }) {
  const { newest, takeBack } = use(UndoOffersContext)
  return (
    <Button
      look="quiet"
      label="Undo"
      title={newest ? `Undo: ${newest.done}` : undefined}
      icon={hasIcon ? <Undo2 strokeWidth={1.75} /> : undefined}
      // The second click of two would take back what was done before, which has come here.
      onClick={({ detail }) => detail <= 1 && takeBack()}
    >
      <span className={styles['word']}>Undo</span>
    </Button>
  )
}
