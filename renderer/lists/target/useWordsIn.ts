import { useCallback } from 'react'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'

const NONE: ReadonlySet<string> = new Set()

/**
 * The words of the questions of a pack, as twins are told by; of none where it is a new one, or as
 * long as they are not known.
 */
export function useWordsIn(packId: string | null): ReadonlySet<string> {
  const ask = useCallback(
    async () => (packId === null ? NONE : new Set(await request('lists.wordsInPack', { packId }))),
    [packId],
  )
  const [words] = useAnswer<ReadonlySet<string>>(ask)
  return words.state === 'ready' ? words.value : NONE
}
