import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'

type Announce = (message: string) => void

const AnnouncerContext = createContext<Announce>(() => {})

/** Says something to screen readers without moving the focus: "Recording started", "Take 2 saved". */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext)
}

/** Holds the one live region of the app. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', count: 0 })
  const announce = useCallback<Announce>((message) => {
    setSaid((before) => ({ message, count: before.count + 1 }))
  }, [])
  const region = useMemo(
    () => (
      // A new key makes the same sentence be read again.
      <div role="status" aria-live="polite" className="visually-hidden">
        <span key={said.count}>{said.message}</span>
      </div>
    ),
    [said],
  )
  return (
    <AnnouncerContext value={announce}>
      {children}
      {region}
    </AnnouncerContext>
  )
}
