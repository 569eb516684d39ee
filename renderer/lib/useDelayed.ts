import { useEffect, useState } from 'react'

/** False for the first moments, so that what loads fast never flashes a waiting word. */
export function useDelayed(delayMs: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return passed
}
