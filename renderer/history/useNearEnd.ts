import { useEffect, useRef, type RefObject } from 'react'

/**
 * Calls `onNear` when the element comes into view.
 * @param length of the list: a longer list is looked at afresh, as its end may be in view still.
 */
export function useNearEnd(length: number, onNear: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onNear()
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [length, onNear])
  return end
}
