/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export class Random {
  readonly seed: number
  #state: number

  /** Without a seed: the one of this run, SOUNDCHECK_FAULTS_SEED, or a new one. */
  constructor(seed = Number(process.env.SOUNDCHECK_FAULTS_SEED ?? Date.now() % 1_000_000)) {
    this.seed = seed
    this.#state = seed
  }

  /** At least `low`, below `high`. */
  between(low: number, high: number): number {
    return low + this.#next() * (high - low)
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.between(0, items.length))]!
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
