import { type RefObject, useEffect, useState } from 'react'

/** How wide the element is, in CSS pixels, now and whenever it changes; 0 before it is there. */
export function useWidth(target: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = target.current
    if (!element) return
    // It tells the first width too, before anything is painted.
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [target])
  return width
}
