import { useState } from 'react'
import { MAX_MARKS_PER_TAKE, type MarkKind } from '../../shared/defaults'
import type { EndedTake } from '../../shared/endedTake'
import type { Mark } from '../../shared/marks'
import { useAnnounce } from '../ui/Announcer'
import type { PlayerHandle } from '../player/player'
import { FULL_WORDS } from './markWords'
import { useMarkKeys } from './useMarkKeys'
import { useMarks, type MarkActions } from './useMarks'

/** The marks of the take that is listened to, and what can be done with them there. */
export interface Marking extends Omit<MarkActions, 'add'> {
  readonly marks: readonly Mark[]
  readonly durationMs: number
  /** No more marks fit. */
  readonly isFull: boolean
  /** The one that the keyboard is on, or was last. */
  readonly currentId: string | undefined
  readonly setCurrent: (mark: Mark) => void
  /** Marks what is heard at the playhead. */
  readonly drop: (kind: MarkKind) => void
  /** Plays from the mark on. */
  readonly playFrom: (mark: Mark) => void
  /** Where the playhead is. */
  readonly playheadMs: () => number
}

interface Listening {
  readonly take: Pick<EndedTake, 'id' | 'durationMs'>
  /** The player of that take while it is there. */
  readonly player: () => PlayerHandle | null
  /** Something else has the keys, a recording for example. */
  readonly keysOff?: boolean
}

export function useMarking({ take, player, keysOff = false }: Listening): Marking {
  const announce = useAnnounce()
  const [marks, { add, ...actions }] = useMarks(take.id)
  const [currentId, setCurrentId] = useState<string>()

  const isFull = marks.length >= MAX_MARKS_PER_TAKE
  const playheadMs = () => Math.round((player()?.positionSeconds ?? 0) * 1000)
  const drop = (kind: MarkKind) => {
    if (isFull) announce(FULL_WORDS)
    else add(kind, playheadMs())
  }
  useMarkKeys({ player, drop, isOff: keysOff })

  return {
    ...actions,
    marks,
    durationMs: take.durationMs,
    isFull,
    currentId: marks.some(({ id }) => id === currentId) ? currentId : marks[0]?.id,
    setCurrent: ({ id }) => setCurrentId(id),
    drop,
    playFrom: ({ atMs }) => {
      player()?.seekTo(atMs / 1000)
      player()?.play()
    },
    playheadMs,
  }
}
