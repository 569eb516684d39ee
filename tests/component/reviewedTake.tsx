import { act, render } from '@testing-library/react'
import { useRef } from 'react'
import { vi, type Mock } from 'vitest'
import { Review } from '../../renderer/review/Review'
import { useSessionKeys } from '../../renderer/session/useSessionKeys'
import type { PlayerHandle } from '../../renderer/player/TakePlayer'
import { AppFrame } from './appFrame'
import { sampleQuestion } from './samples'
import { played, TAKE } from './takePlayer'

/* The review of a take with the keys of the session around it, as in a rehearsal. Call playableTake() first. */

type SessionAct = 'record' | 'pause' | 'step' | 'example' | 'rate' | 'best' | 'seekBy'

interface ShownReview extends Record<SessionAct, Mock> {
  player: () => PlayerHandle
  /** Plays, up to this moment. */
  hearUntil: (seconds: number) => void
  playToTheEnd: () => void
}

export function showReview(change: { isAway?: boolean; take?: typeof TAKE } = {}): ShownReview {
  const acts = {
    record: vi.fn(),
    pause: vi.fn(),
    step: vi.fn(),
    example: vi.fn(),
    rate: vi.fn(),
    best: vi.fn(),
    seekBy: vi.fn(),
  }
  const handle: { current: PlayerHandle | null } = { current: null }
  const nothing = () => {}
  function Rehearsal() {
    const player = useRef<PlayerHandle>(null)
    useSessionKeys({
      ...acts,
      outline: null,
      isRunning: change.isAway ?? false,
      play: () => player.current?.toggle(),
    })
    const take = change.take ?? TAKE
    return (
      <>
        <Review
          question={sampleQuestion(1)}
          takes={[take]}
          take={take}
          playerRef={player}
          isAway={change.isAway ?? false}
          speed={1}
          onSpeedChange={nothing}
          example={{
            isShown: true,
            show: nothing,
            index: 0,
            choose: nothing,
            voice: 'silent',
            missingWords: '',
            listen: nothing,
            stopListening: nothing,
          }}
          onPlay={nothing}
          onRate={(_, rating) => acts.rate(rating)}
          onAnnotate={() => Promise.resolve()}
          onKeepAsBest={nothing}
          onDelete={nothing}
          onMenu={nothing}
        />
        <Probe onPlayer={() => (handle.current = player.current)} />
      </>
    )
  }
  render(
    <AppFrame>
      <Rehearsal />
    </AppFrame>,
  )
  const player = () => {
    if (!handle.current) throw new Error('There is no player')
    return handle.current
  }
  return { ...acts, player, hearUntil, playToTheEnd }

  function hearUntil(seconds: number): void {
    act(() => {
      if (player().state.get() !== 'playing') player().play()
      player().seekTo(seconds)
    })
  }

  /** What an audio element does at the end: it has ended, and pauses. */
  function playToTheEnd(): void {
    hearUntil(TAKE.durationMs / 1000)
    act(() => {
      const audio = played()!
      Object.defineProperty(audio, 'ended', { value: true, configurable: true })
      audio.pause()
    })
  }
}

/** Renders after the player, so that its handle is there. */
function Probe({ onPlayer }: { onPlayer: () => void }) {
  return <span ref={() => onPlayer()} />
}
