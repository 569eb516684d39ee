import { createContext } from 'react'
import type { TypingSince } from './typingSince'

/** Where something was deleted, so that it can be taken back there. */
export interface DeletedPlace {
  /** The list's name: see deletedLists.ts. */
  readonly list: string
  /** Compares with the ranks of the rows that are left as their places in the list compare. */
  readonly rank: string
}

export interface UndoOffer {
  /** What was done, as a sentence without a full stop: "Take 2 deleted". */
  readonly done: string
  readonly undo: () => Promise<void>
  /** Left out where no list shows the place. */
  readonly place?: DeletedPlace
}

export interface StandingOffer extends UndoOffer {
  readonly endsAtMs: number
  /** What was typed since it was made: that is newer. */
  readonly typing: TypingSince
}

/** Where the newest offer can be drawn: best where the thing was, else beside every screen. */
export type OfferPlace = 'list' | 'side'

export interface UndoOffers {
  /** The one that is taken back next; null when there is none. */
  readonly newest: StandingOffer | null
  readonly takeBack: () => void
  /** Where it is drawn now. */
  readonly drawnIn: OfferPlace | 'window'
  /** Tells that there is such a place on the screen, until the returned function is called. */
  readonly offerPlace: (place: OfferPlace) => () => void
}

export const UndoOffersContext = createContext<UndoOffers>({
  newest: null,
  takeBack: () => {},
  drawnIn: 'window',
  offerPlace: () => () => {},
})
