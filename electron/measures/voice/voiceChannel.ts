/** A channel has to be so much louder than the one in use to take over. */
const MARGIN = 2

/**
 * Chooses the channel that the voice is in: the loudest one so far. A mix would be too quiet where
 * one channel is silent, and nothing at all where one is the opposite of the other.
 */
export class VoiceChannel {
  readonly #energies: number[]
  #chosen = 0

  constructor(channelCount: number) {
    this.#energies = Array.from({ length: channelCount }, () => 0)
  }

  of(channels: readonly Float32Array[]): Float32Array {
    if (channels.length > 1) {
      channels.forEach((channel, index) => {
        this.#energies[index] = (this.#energies[index] ?? 0) + energyOf(channel)
      })
      const loudest = this.#energies.indexOf(Math.max(...this.#energies))
      const inUse = this.#energies[this.#chosen] ?? 0
      if ((this.#energies[loudest] ?? 0) > MARGIN * inUse) this.#chosen = loudest
    }
    return channels[this.#chosen] ?? new Float32Array(0)
  }
}

function energyOf(samples: Float32Array): number {
  let energy = 0
  for (const sample of samples) energy += sample * sample
  return energy
}
