/** Whether a key press belongs to a text field, so that no shortcut may take it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'range'].includes(target.type)
}

/** Whether a key press is for the shortcuts: nobody types, no dialog is open, nothing has taken it yet. */
export function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  return !isTyping(event.target) && !document.querySelector('dialog[open], [role=dialog]')
}

const PRESSABLE = 'button, summary, a, select, input[type="radio"], input[type="checkbox"]'

/** Whether Space presses the target by itself, so that no shortcut may take it. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(PRESSABLE) !== null
}

/**
 * Which key was pressed, in lower case whatever Caps Lock says. Shortcuts are Latin letters and
 * digits: a layout that types others has them by where the key is.
 */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  // Alt types other characters on purpose: Option+R is not R.
  if (event.altKey) return key
  // The digit row of a French layout types digits only with Shift.
  const digit = event.shiftKey ? undefined : /^Digit(\d)$/.exec(event.code)?.[1]
  if (digit !== undefined) return digit
  const isAscii = /^[ -~]+$/.test(key)
  const letter = isAscii ? undefined : /^Key([A-Z])$/.exec(event.code)?.[1]
  return letter?.toLowerCase() ?? key
}
