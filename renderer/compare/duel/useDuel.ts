import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { usePlayer } from '../../player/usePlayer'
import { Duel } from './duel'
import { type LoudnessMatch, volumeOf } from './matchedLoudness'
import { alignTakes } from './moments'
import type { Letter, Side, Sides } from '../sides/sides'

export interface HeardDuel {
  readonly duel: Duel
  readonly heard: Letter
  readonly isPlaying: boolean
  readonly broken: Readonly<Record<Letter, boolean>>
}

/** Two players kept at the same moment. They belong to their takes: give the caller both ids as its key. */
export function useDuel(sides: Sides, speed: number, match: LoudnessMatch): HeardDuel {
  const a = usePlayer({ ...soundOf(sides.A), speed })
  const b = usePlayer({ ...soundOf(sides.B), speed })
  const [duel] = useState(() => new Duel({ A: a.player, B: b.player }))
  const anchors = useMemo(() => alignTakes(sides), [sides])
  const [volumeA, volumeB] = [volumeOf(match, 'A'), volumeOf(match, 'B')]

  useEffect(() => duel.connect(), [duel])
  useEffect(() => duel.align(anchors), [duel, anchors])
  useEffect(() => duel.setVolumes({ A: volumeA, B: volumeB }), [duel, volumeA, volumeB])

  const heard = useSyncExternalStore(duel.heard.subscribe, duel.heard.get)
  const states = { A: a.state, B: b.state }
  return {
    duel,
    heard,
    isPlaying: states[heard] === 'playing',
    broken: { A: a.state === 'broken', B: b.state === 'broken' },
  }
}

function soundOf({ take }: Side) {
  const { id, durationMs, state } = take
  return { takeId: id, durationMs, damaged: state === 'damaged' }
}
