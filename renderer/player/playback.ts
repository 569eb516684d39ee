import { Observable } from '../lib/observable'

/*
 * Only one thing sounds at a time: a take, a take in a list, or the voice that reads an example.
 */

interface Claim {
  stop: () => void
}

let current: Claim | null = null

/** Whether something is played now. */
export const sounding = new Observable(false)

function become(claim: Claim | null): void {
  current = claim
  sounding.set(claim !== null)
}

/**
 * Silences whatever sounds now and takes its place. Returns the function that gives the place back
 * when this sound ended by itself; calling it late, or twice, does no harm.
 * @param stop ends this sound when another one begins
 */
export function claimPlayback(stop: () => void): () => void {
  stopPlayback()
  const claim = { stop }
  become(claim)
  return () => {
    if (current === claim) become(null)
  }
}

/** Silences whatever sounds now: a recording must not hear it. */
export function stopPlayback(): void {
  const previous = current
  become(null)
  previous?.stop()
}
