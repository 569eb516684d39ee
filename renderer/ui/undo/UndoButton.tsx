import { use } from 'react'
import { Button } from '../Button'
import { UndoOffersContext } from './undoOffers'

/** Takes the newest delete back. */
export function UndoButton() {
  const { newest, takeBack } = use(UndoOffersContext)
  return (
    <Button
      look="quiet"
      label="Undo"
      title={newest ? `Undo: ${newest.done}` : undefined}
      // The second click of two would take back what was done before, which has come here.
      onClick={({ detail }) => detail <= 1 && takeBack()}
    >
      Undo
    </Button>
  )
}
