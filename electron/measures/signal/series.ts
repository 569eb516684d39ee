/** Numbers that become more and more, four bytes each. */
export class Series {
  #values = new Float32Array(1024)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const more = new Float32Array(2 * this.#length)
      more.set(this.#values)
      this.#values = more
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  all(): Float32Array {
    return this.#values.subarray(0, this.#length)
  }
}
