import { useEffect, useRef, useState } from 'react'
import { parseRoute } from '../../app/route'

let remembered = ''

/** What is typed in the search; it is still there when one comes back from a session that was found. */
export function useRememberedSearch(): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(remembered)
  const latest = useRef(typed)
  useEffect(() => {
    latest.current = typed
  }, [typed])
  useEffect(
    () => () => {
      const goesToSession = parseRoute(window.location.hash).screen === 'pastSession'
      remembered = goesToSession ? latest.current : ''
    },
    [],
  )
  return [typed, setTyped]
}
