import { useCallback, useState } from 'react'
import type { OfferPlace, UndoOffers } from './undoOffers'

const NONE: Readonly<Record<OfferPlace, number>> = { list: 0, side: 0 }

/** Counts the places on the screen where an offer can be drawn, and says which of them draws it. */
export function useOfferPlaces(): Pick<UndoOffers, 'drawnIn' | 'offerPlace'> {
  const [places, setPlaces] = useState(NONE)
  const offerPlace = useCallback((place: OfferPlace) => {
    const count = (step: 1 | -1) =>
      setPlaces((before) => ({ ...before, [place]: before[place] + step }))
    count(1)
    return () => count(-1)
  }, [])
  const drawnIn = places.list > 0 ? 'list' : places.side > 0 ? 'side' : 'window'
  return { drawnIn, offerPlace }
}
