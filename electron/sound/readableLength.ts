/** What is told of a recording to whoever copies it while it is still being made. */
export type Growth =
  /** So many bytes of it are on the disk. */
  | { kind: 'grown'; bytes: number }
  /** These are all. */
  | { kind: 'whole'; bytes: number }
  /** Nobody wants the copy any more. */
  | { kind: 'givenUp' }

/** How much of a file can be read by now. Of a recording that is more with every chunk. One reader. */
export class ReadableLength {
  #growth: Growth
  #wake: () => void = () => {}

  constructor(growth: Growth) {
    this.#growth = growth
  }

  /** No more is to be expected. */
  get isWhole(): boolean {
    return this.#growth.kind === 'whole'
  }

  tell(growth: Growth): void {
    this.#growth = growth
    this.#wake()
  }

  /** Waits until it reaches beyond this position, or not any further. @throws when given up */
  async beyond(position: number): Promise<number> {
    for (;;) {
      const growth = this.#growth
      if (growth.kind === 'givenUp') throw new Error('Nobody wants the copy any more')
      if (growth.kind === 'whole' || growth.bytes > position) return growth.bytes
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Waits until it is whole. @returns its size in bytes @throws when given up */
  whole(): Promise<number> {
    return this.beyond(Infinity)
  }
}
