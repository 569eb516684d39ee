/*
 * Only one thing sounds at a time: a take, a take in a list, or the voice that reads an example.
 */

interface Claim {
  stop: () => void
}

let current: Claim | null = null

/**
 * Silences whatever sounds now and takes its place. Returns the function that gives the place back
 * when this sound ended by itself; calling it late, or twice, does no harm.
 * @param stop ends this sound when another one begins
 */
export function claimPlayback(stop: () => void): () => void {
  stopPlayback()
  const claim = { stop }
  current = claim
  return () => {
    if (current === claim) current = null
  }
}

/** Silences whatever sounds now: a recording must not hear it. */
export function stopPlayback(): void {
  const previous = current
  current = null
  previous?.stop()
}
