import { type RefObject, useEffect, useState } from 'react'

interface Folding {
  /** Its style cuts the text to some lines. */
  readonly isFolded: boolean
  /** There is more than those lines show. */
  readonly isCut: boolean
  readonly toggle: () => void
}

/** Letters reach below their line; a line that is cut off is taller than this. */
const TAILS_PX = 12

/** Text that its style cuts to some lines (`line-clamp`) until somebody asks for the rest. */
export function useFolding(text: RefObject<HTMLElement | null>): Folding {
  const [isFolded, setIsFolded] = useState(true)
  const [isCut, setIsCut] = useState(false)
  useEffect(() => {
    const element = text.current
    // Unfolded there is nothing to measure: it was cut, or nobody could have unfolded it.
    if (!element || !isFolded) return
    const observer = new ResizeObserver(() =>
      setIsCut(element.scrollHeight > element.clientHeight + TAILS_PX),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [text, isFolded])
  return { isFolded, isCut, toggle: () => setIsFolded(!isFolded) }
}
