import { type CommandId, type KeyName, shortcutOf } from '../../shared/keys/keymap'
import { currentPlatform } from '../lib/platform'

/** A key as it is drawn on a kbd, and how it is read out where the sign says nothing. */
export interface KeySign {
  readonly sign: string
  readonly spoken?: string
}

const SIGNS: Readonly<Record<string, KeySign>> = {
  Left: { sign: '←', spoken: 'Left' },
  Right: { sign: '→', spoken: 'Right' },
  Up: { sign: '↑', spoken: 'Up' },
  Down: { sign: '↓', spoken: 'Down' },
  Plus: { sign: '+', spoken: 'Plus' },
  '-': { sign: '−', spoken: 'Minus' },
}

/** What is pressed together for one key of the keymap. */
export function chordOf(key: KeyName): readonly KeySign[] {
  return key.split('+').map((part) => {
    if (part === 'Mod') return modSign()
    return SIGNS[part] ?? { sign: part }
  })
}

function modSign(): KeySign {
  return currentPlatform() === 'mac' ? { sign: '⌘', spoken: 'Command' } : { sign: 'Ctrl' }
}

/** The key of a command as a button or a tooltip says it: "R", "Shift+Left". */
export function keyHint(command: CommandId, nth = 0): string {
  const key = shortcutOf(command).keys[nth] ?? ''
  return key.replace('Mod', modSign().spoken ?? 'Ctrl')
}

const ARIA_NAMES: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Esc: 'Escape',
}

/** The same for `aria-keyshortcuts`. */
export function ariaKey(command: CommandId, nth = 0): string {
  const mod = currentPlatform() === 'mac' ? 'Meta' : 'Control'
  const parts = (shortcutOf(command).keys[nth] ?? '').split('+')
  return parts.map((part) => (part === 'Mod' ? mod : (ARIA_NAMES[part] ?? part))).join('+')
}
