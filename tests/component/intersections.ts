import { vi } from 'vitest'

/** Puts an IntersectionObserver in place; call the answer to scroll what is observed into view. */
export function fakeIntersections(): () => void {
  const observers = new Set<() => void>()
  class FakeObserver {
    readonly #notify: () => void
    constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
      this.#notify = () => callback([{ isIntersecting: true }])
    }
    observe(): void {
      observers.add(this.#notify)
    }
    disconnect(): void {
      observers.delete(this.#notify)
    }
  }
  vi.stubGlobal('IntersectionObserver', FakeObserver)
  return () => [...observers].forEach((notify) => notify())
}
