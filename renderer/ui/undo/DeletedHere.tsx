import { use, useLayoutEffect } from 'react'
import { Offer } from './Offer'
import styles from './Undo.module.css'
import { UndoOffersContext, type OfferPlace } from './undoOffers'

/** What `useDeletedPlace` answers for the place above every row. */
export const AT_TOP = 'top'

/**
 * The row below which something was deleted that can still be taken back: its rank, or AT_TOP; null
 * when it was nothing in this list. Draw <DeletedHere> there, within that row: a row of its own
 * would be counted as one of the list.
 * @param list its name: see deletedLists.ts
 * @param ranks of the rows that are left, in their order
 */
export function useDeletedPlace(
  list: string,
  ranks: readonly string[],
  order: 'upwards' | 'downwards' = 'upwards',
): string | null {
  const place = use(UndoOffersContext).newest?.place
  if (place?.list !== list) return null
  const isAbove = (rank: string) => (order === 'upwards' ? rank < place.rank : rank > place.rank)
  return ranks.findLast(isAbove) ?? AT_TOP
}

/** "Take 1 deleted  Undo", in the place where it was. */
export function DeletedHere() {
  const { newest } = use(UndoOffersContext)
  useOfferedPlace('list')
  if (!newest) return null
  return <Offer done={newest.done} className={styles['here']} />
}

/** Below the links that lead to the screens: where the place itself is not on the screen. */
export function DeletedElsewhere() {
  const { newest, drawnIn } = use(UndoOffersContext)
  useOfferedPlace('side')
  if (!newest || drawnIn !== 'side') return null
  return <Offer done={newest.done} className={styles['side']} />
}

/** Before anything is painted: the offer never stands in two places. */
function useOfferedPlace(place: OfferPlace): void {
  const { offerPlace } = use(UndoOffersContext)
  useLayoutEffect(() => offerPlace(place), [offerPlace, place])
}
