import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react'
import { UNDO_MS } from '../../shared/defaults'
import { isTextField } from '../keys/keptKeys'
import { useCommands } from '../keys/useCommands'
import { useAnnounce } from './Announcer'
import { Button } from './Button'
import { Trouble } from './Trouble'
import { troubleOf } from './troubleWords'
import { Offer } from './undo/Offer'
import { TypingSince } from './undo/typingSince'
import { UndoOffersContext, type StandingOffer, type UndoOffer } from './undo/undoOffers'
import { useOfferPlaces } from './undo/useOfferPlaces'
import styles from './undo/Undo.module.css'

/** What goes above the screens in words: an error of main, or something else that went wrong. */
type Told = Pick<ComponentProps<typeof Trouble>, 'words' | 'code'>

interface Afterwards {
  readonly offerUndo: (offer: UndoOffer) => void
  readonly tell: (told: Told) => void
  readonly report: (error: unknown) => void
}

const AfterwardsContext = createContext<Afterwards>({
  offerUndo: () => {},
  tell: () => {},
  report: () => {},
})

/** Offers to take something back for as long as main can. The newest offer comes first. */
export function useUndo(): (offer: UndoOffer) => void {
  return use(AfterwardsContext).offerUndo
}

/** Tells of something that went wrong after its screen may be gone, in words of its own. */
export function useTell(): (told: Told) => void {
  return use(AfterwardsContext).tell
}

/** Tells of something that went wrong after its screen may be gone. */
export function useReport(): (error: unknown) => void {
  return use(AfterwardsContext).report
}

/**
 * Holds what outlives a screen: offers to undo, which are drawn where something was deleted (see
 * undo/DeletedHere.tsx), and late trouble, which is shown above every screen.
 */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const announce = useAnnounce()
  const [offers, setOffers] = useState<readonly StandingOffer[]>([])
  const [trouble, setTrouble] = useState<Told | null>(null)
  const { drawnIn, offerPlace } = useOfferPlaces()
  const newest = offers.at(-1) ?? null

  const report = useCallback((error: unknown) => setTrouble(troubleOf(error)), [])
  const offerUndo = useCallback(
    (offer: UndoOffer) => {
      const typing = new TypingSince()
      const endsAtMs = Date.now() + UNDO_MS
      setOffers((before) => [...before, { ...offer, endsAtMs, typing }])
      announce(`${offer.done}. Undo is possible for ${UNDO_MS / 1000} seconds.`)
    },
    [announce],
  )
  const takeBack = useCallback(() => {
    if (!newest) return
    newest.typing.end()
    setOffers((before) => before.filter((offer) => offer !== newest))
    newest.undo().then(() => announce('Undone'), report)
  }, [newest, announce, report])

  useEffect(() => {
    const oldest = offers[0]
    if (!oldest) return
    const timer = setTimeout(() => {
      oldest.typing.end()
      setOffers((before) => before.filter((offer) => offer !== oldest))
    }, oldest.endsAtMs - Date.now())
    return () => clearTimeout(timer)
  }, [offers])

  useCommands(
    {
      undo: (_nth, event) => {
        // What is newest is taken back: words by the field that they are in, what was deleted here.
        const target = event?.target ?? null
        if (isTextField(target) && (!newest || newest.typing.hasChanged(target))) return false
        if (!event?.repeat) takeBack()
      },
    },
    'app',
  )

  const afterwards = useMemo(() => ({ offerUndo, tell: setTrouble, report }), [offerUndo, report])
  const undoOffers = useMemo(
    () => ({ newest, takeBack, drawnIn, offerPlace }),
    [newest, takeBack, drawnIn, offerPlace],
  )
  return (
    <AfterwardsContext value={afterwards}>
      <UndoOffersContext value={undoOffers}>
        {children}
        {newest && drawnIn === 'window' && <Offer done={newest.done} className={styles['bar']} />}
      </UndoOffersContext>
      {trouble && (
        <div className={styles['trouble']}>
          <Trouble {...trouble}>
            <Button onClick={() => setTrouble(null)}>Close</Button>
          </Trouble>
        </div>
      )}
    </AfterwardsContext>
  )
}
