/** Starting and stopping take a moment, and so do pauses. */
const NEVER_MISSING_MS = 1000
/** The clocks of sound cards are off by a few hundredths of a percent, cheap ones by more. */
const CLOCK_ERROR = 0.002

/** How long a take runs by the clock, without its pauses: what it holds when nothing is missing. */
export class TakeClock {
  #ranMs = 0
  #from: { steadyMs: number; dateMs: number } | null = null

  start(): void {
    this.#from ??= { steadyMs: performance.now(), dateMs: Date.now() }
  }

  pause(): void {
    this.#ranMs = this.ranMs
    this.#from = null
  }

  get ranMs(): number {
    if (!this.#from) return this.#ranMs
    const { steadyMs, dateMs } = this.#from
    // The steady clock stands still while the machine sleeps, the date does not. A date that is set
    // back in the middle of a take changes nothing; one that is set forward looks like sleep.
    return this.#ranMs + Math.max(performance.now() - steadyMs, Date.now() - dateMs)
  }
}

/**
 * How much of a take is missing, in milliseconds: 0 unless it is more than clocks, pauses and a
 * busy machine explain. Sound that comes late is not missing; the system keeps it meanwhile.
 */
export function missingMs(ranMs: number, keptMs: number): number {
  const missing = ranMs - keptMs
  return missing > NEVER_MISSING_MS + ranMs * CLOCK_ERROR ? missing : 0
}
