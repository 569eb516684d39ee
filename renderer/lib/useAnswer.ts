import { useCallback, useEffect, useState } from 'react'
import { onLibraryChange } from './libraryChanges'

/** What a screen knows of something it asked main for. */
export type Answer<Value> =
  { state: 'loading' } | { state: 'ready'; value: Value } | { state: 'failed'; error: unknown }

/**
 * Asks as soon as the component is there, and again when told to or when what is stored changes. What is shown stays until the
 * newer answer comes; an answer to an older question is dropped.
 * @param ask must be the same function from render to render.
 */
export function useAnswer<Value>(
  ask: () => Promise<Value>,
): readonly [answer: Answer<Value>, askAgain: () => void] {
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'loading' })
  const [times, setTimes] = useState(0)

  useEffect(() => {
    let current = true
    ask().then(
      (value) => {
        if (current) setAnswer({ state: 'ready', value })
      },
      (error: unknown) => {
        if (current) setAnswer({ state: 'failed', error })
      },
    )
    return () => {
      current = false
    }
  }, [ask, times])

  const askAgain = useCallback(() => {
    setAnswer((before) => (before.state === 'failed' ? { state: 'loading' } : before))
    setTimes((before) => before + 1)
  }, [])
  useEffect(() => onLibraryChange(askAgain), [askAgain])
  return [answer, askAgain]
}
