import { type CommandId, shortcutOf } from '../../shared/keys/keymap'
import { isFocusedByPointer } from './focusOrigin'

/** Whether this element is one to type in. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  const isOther = ['radio', 'checkbox', 'range', 'button', 'submit', 'reset', 'file', 'color']
  return target instanceof HTMLInputElement && !isOther.includes(target.type)
}

/** Whether what has the focus needs this press itself, so that no command may take it. */
export function isKept(command: CommandId, key: string, target: EventTarget | null): boolean {
  if (isTextField(target)) return shortcutOf(command).whileTyping !== true
  if (!(target instanceof Element)) return false
  const isPlain = !shortcutOf(command).keys.some((name) => name.startsWith('Mod+'))
  if (isPlain && target.matches('input[type="range"], input[type="radio"]')) {
    if (isArrow(key)) return !hasShift(command)
  }
  if (isFocusedByPointer(target)) return false
  // A select has letters for its own use, and opens with Space.
  if (target instanceof HTMLSelectElement) return isPlain
  const pressed = PRESSED_BY[key]
  return pressed !== undefined && target.closest(pressed) !== null
}

/** What these keys press by themselves. */
const PRESSED_BY: Readonly<Record<string, string>> = {
  ' ': 'button, summary, input[type="radio"], input[type="checkbox"]',
  Enter: 'button, summary, a[href]',
}

function isArrow(key: string): boolean {
  return key.startsWith('Arrow')
}

function hasShift(command: CommandId): boolean {
  return shortcutOf(command).keys.every((name) => name.startsWith('Shift+'))
}
