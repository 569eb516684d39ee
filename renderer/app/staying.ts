/*
 * While a take is made nobody leaves by a slip: Back and the keys that go elsewhere do nothing. What
 * is clicked on purpose, a link or the menu, ends the take first, then leaves.
 */

interface Staying {
  readonly isOn: () => boolean
  /** Ends what goes on; false when there is something to read before one leaves. */
  readonly end: () => Promise<boolean>
}

let staying: (Staying & { readonly hash: string }) | null = null

/** Stays at the current address while `isOn` says so, until the returned function is called. */
export function stayWhile(one: Staying): () => void {
  const mine = { ...one, hash: window.location.hash }
  staying = mine
  return () => {
    if (staying === mine) staying = null
  }
}

export function isStaying(): boolean {
  return staying?.isOn() ?? false
}

/** The address that is shown: while one stays, the one where one stays. */
export function shownHash(): string {
  return staying?.isOn() ? staying.hash : window.location.hash
}

/** Undoes a step of the history that would have left. */
export function comeBack(): void {
  // A new entry: which way the step went is not told, and both ways lead here again.
  if (staying?.isOn() && window.location.hash !== staying.hash) {
    window.history.pushState(null, '', staying.hash)
  }
}

/** Goes to this address on purpose; what goes on here is ended first. */
export async function leaveFor(hash: string): Promise<void> {
  if (staying?.isOn() && !(await staying.end())) return
  window.location.hash = hash
}

/** Has links end what goes on here before they are followed, until the returned function is called. */
export function followLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]')
    if (!link || !isPlain || !isStaying()) return
    event.preventDefault()
    void leaveFor(link.getAttribute('href') ?? '')
  }
  window.addEventListener('click', onClick)
  return () => window.removeEventListener('click', onClick)
}
