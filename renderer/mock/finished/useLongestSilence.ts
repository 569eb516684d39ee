import { useEffect, useState } from 'react'
import type { Measuring } from '../../../shared/measures'
import type { Session } from '../../../shared/model'
import { listen, request } from '../../api'
import { answersOf } from './answersOf'

export interface LongestSilence {
  /** Every answer was measured, or cannot be. */
  readonly isKnown: boolean
  /** Null when none of them could be measured. */
  readonly longestMs: number | null
  /** What is usual before these answers; null when too little is known of it. */
  readonly usualMs: number | null
}

/** The longest silence between words of all answers of a session; each is measured in its turn. */
export function useLongestSilence(session: Session): LongestSilence {
  const takeIds = answersOf(session).map(({ take }) => take.id)
  const [measured, setMeasured] = useState<ReadonlyMap<string, Measuring>>(new Map())
  const asked = takeIds.join()
  useEffect(() => {
    let isOver = false
    const learn = (takeId: string, measuring: Measuring) => {
      if (!isOver) setMeasured((before) => new Map(before).set(takeId, measuring))
    }
    const ids = asked === '' ? [] : asked.split(',')
    const deafen = listen('measures.changed', ({ takeId, measuring }) => {
      if (ids.includes(takeId)) learn(takeId, measuring)
    })
    for (const takeId of ids) {
      request('measures.read', { takeId }).then(
        (measuring) => learn(takeId, measuring),
        () => learn(takeId, { state: 'impossible' }),
      )
    }
    return () => {
      isOver = true
      deafen()
    }
  }, [asked])
  return longestSilence(takeIds.map((id) => measured.get(id)))
}

/** @param measurings in the order of the answers; undefined: not known yet */
export function longestSilence(measurings: readonly (Measuring | undefined)[]): LongestSilence {
  const ready = measurings.flatMap((each) => (each?.state === 'ready' ? [each] : []))
  const lengths = ready.map(({ measures }) => measures.longestPauseMs)
  return {
    isKnown: measurings.every((each) => each !== undefined && each.state !== 'measuring'),
    longestMs: lengths.length === 0 ? null : Math.max(...lengths),
    // That of the first answer knows nothing of this interview.
    usualMs: ready[0]?.usual?.longestPauseMs ?? null,
  }
}
