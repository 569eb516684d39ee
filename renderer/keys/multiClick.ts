const CONTROLS = 'button, a, summary, label, input, select'

/**
 * A double click is one wish: its second click reaches only what the first one hit, not what has come
 * to stand there meanwhile, a row that moved up or another screen.
 * @returns the function that ends this
 */
export function guardMultiClicks(): () => void {
  let first: Element | null = null
  const onClick = (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null
    if (event.detail <= 1) {
      first = control
    } else if (control && control !== first && !isSameLabel(control, first)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  window.addEventListener('click', onClick, { capture: true })
  return () => window.removeEventListener('click', onClick, { capture: true })
}

/** A click on a label is followed by one on its field. */
function isSameLabel(one: Element, other: Element | null): boolean {
  return other !== null && (one.contains(other) || other.contains(one))
}
