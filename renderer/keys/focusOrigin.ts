/*
 * Whether what has the focus was given it by the pointer. Whoever clicks a select or opens a fold
 * goes on with the keys of the screen; whoever went there by Tab wants the keys of the control.
 */

let isByPointer = false
let given: Element | null = null

/** Follows presses and the focus until the returned function is called. */
export function followFocus(): () => void {
  const scope = new AbortController()
  const options = { capture: true, signal: scope.signal }
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      isByPointer = true
      const { activeElement } = document
      // It had the focus already, and now it is used by the pointer.
      if (target instanceof Node && activeElement?.contains(target)) given = activeElement
    },
    options,
  )
  window.addEventListener('keydown', () => (isByPointer = false), options)
  window.addEventListener(
    'focusin',
    ({ target }) => (given = isByPointer && target instanceof Element ? target : null),
    options,
  )
  return () => scope.abort()
}

/** Whether this element has the focus because it was clicked. */
export function isFocusedByPointer(element: Element): boolean {
  return given === element
}
