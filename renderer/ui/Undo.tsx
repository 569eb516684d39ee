import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { UNDO_MS } from '../../shared/defaults'
import { useAnnounce } from './Announcer'
import { Button } from './Button'
import { isTyping } from './keys'
import { Trouble } from './Trouble'
import { troubleOf } from './troubleWords'
import styles from './Undo.module.css'

interface Offer {
  /** What was done, as a sentence without a full stop: "Take 2 deleted". */
  done: string
  undo: () => Promise<void>
}

const UndoContext = createContext<(offer: Offer) => void>(() => {})

/** Offers to take something back for as long as main can; only the last offer stands. */
export function useUndo(): (offer: Offer) => void {
  return useContext(UndoContext)
}

/** Holds the standing offer and shows it above every screen, so that it survives going elsewhere. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)

  const makeOffer = useCallback(
    (next: Offer) => {
      setOffer(next)
      announce(`${next.done}. Undo is possible for ${UNDO_MS / 1000} seconds.`)
    },
    [announce],
  )
  const takeBack = useCallback(() => {
    if (!offer) return
    setOffer(null)
    offer.undo().then(
      () => announce('Undone'),
      (error: unknown) => setTrouble(error),
    )
  }, [offer, announce])

  useEffect(() => {
    if (!offer) return
    const timer = setTimeout(() => setOffer(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [offer])

  useEffect(() => {
    if (!offer) return
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z'
      if (!isUndo || isTyping(event.target)) return
      event.preventDefault()
      takeBack()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [offer, takeBack])

  const bar = useMemo(
    () =>
      offer && (
        <div className={styles['bar']}>
          <span>{offer.done}</span>
          <Button look="quiet" label="Undo" onClick={takeBack}>
            Undo
          </Button>
        </div>
      ),
    [offer, takeBack],
  )
  return (
    <UndoContext value={makeOffer}>
      {children}
      {bar}
      {trouble !== null && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(trouble)}>
            <Button onClick={() => setTrouble(null)}>Close</Button>
          </Trouble>
        </div>
      )}
    </UndoContext>
  )
}
