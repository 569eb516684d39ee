import {
  createContext,
  useCallback,
  useContext,
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
import { TypingSince } from './typingSince'
import styles from './Undo.module.css'

interface Offer {
  /** What was done, as a sentence without a full stop: "Take 2 deleted". */
  readonly done: string
  readonly undo: () => Promise<void>
}

interface StandingOffer extends Offer {
  readonly endsAtMs: number
  /** What was typed since it was made: that is newer. */
  readonly typing: TypingSince
}

/** What goes above the screens in words: an error of main, or something else that went wrong. */
type Told = Pick<ComponentProps<typeof Trouble>, 'words' | 'code'>

interface Afterwards {
  readonly offerUndo: (offer: Offer) => void
  readonly tell: (told: Told) => void
  readonly report: (error: unknown) => void
}

const AfterwardsContext = createContext<Afterwards>({
  offerUndo: () => {},
  tell: () => {},
  report: () => {},
})

/** Offers to take something back for as long as main can. The newest offer comes first. */
export function useUndo(): (offer: Offer) => void {
  return useContext(AfterwardsContext).offerUndo
}

/** Tells of something that went wrong after its screen may be gone, in words of its own. */
export function useTell(): (told: Told) => void {
  return useContext(AfterwardsContext).tell
}

/** Tells of something that went wrong after its screen may be gone. */
export function useReport(): (error: unknown) => void {
  return useContext(AfterwardsContext).report
}

/** Holds what outlives a screen, and shows it above every screen: offers to undo, late trouble. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const announce = useAnnounce()
  const [offers, setOffers] = useState<readonly StandingOffer[]>([])
  const [trouble, setTrouble] = useState<Told | null>(null)
  const newest = offers.at(-1)

  const report = useCallback((error: unknown) => setTrouble(troubleOf(error)), [])
  const offerUndo = useCallback(
    (offer: Offer) => {
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

  const value = useMemo(() => ({ offerUndo, tell: setTrouble, report }), [offerUndo, report])
  return (
    <AfterwardsContext value={value}>
      {children}
      {newest && (
        <section aria-label="Undo" className={styles['bar']}>
          <span>{newest.done}</span>
          {/* The second click of two would take back what was done before, which has come here. */}
          <Button look="quiet" label="Undo" onClick={({ detail }) => detail <= 1 && takeBack()}>
            Undo
          </Button>
        </section>
      )}
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
