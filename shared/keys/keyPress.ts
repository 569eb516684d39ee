import { type CommandId, type KeyName, shortcutOf } from './keymap'

/*
 * Turns a press into a command on every keyboard layout. What is printed on the key counts: the R of
 * a Dvorak keyboard is R, wherever it is. Where a layout has no Latin letters the key's place counts
 * (its `code`), and so it does for digits that need Shift there, and for brackets that need AltGr.
 * A sign that is printed comes before a place: a key that prints / is /, though Q would be there.
 */

/** What is known of a press, in the page (KeyboardEvent) as in main (Electron's Input). */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
  /** Set by the right Alt key of many layouts, to print a third sign. */
  readonly altGraph: boolean
}

/** Which command was pressed, and with which of its keys, from 0. */
export interface PressedCommand<Command extends CommandId = CommandId> {
  readonly command: Command
  readonly nth: number
}

/** The first of these commands that this press stands for, or null. */
export function commandOf<Command extends CommandId>(
  press: KeyPress,
  commands: readonly Command[],
  isMac: boolean,
): PressedCommand<Command> | null {
  for (const how of ['printed', 'placed'] as const) {
    for (const command of commands) {
      const nth = shortcutOf(command).keys.findIndex((key) => howPressed(key, press, isMac) === how)
      if (nth !== -1) return { command, nth }
    }
  }
  return null
}

type How = 'printed' | 'placed' | null

/** Names that events have for the keys that print nothing. */
const NAMED: Readonly<Record<string, string>> = {
  Space: ' ',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Esc: 'Escape',
  Enter: 'Enter',
  Delete: 'Delete',
  Backspace: 'Backspace',
}

function howPressed(name: KeyName, press: KeyPress, isMac: boolean): How {
  const parts = name.split('+')
  const key = parts.pop() ?? ''
  const needsShift = parts.includes('Shift')
  if (parts.includes('Mod')) {
    const isMod = isMac ? press.meta && !press.control : press.control && !press.meta
    if (!isMod || press.alt || press.altGraph) return null
    return howKey(key, press)
  }
  const named = NAMED[key]
  if (named !== undefined) {
    return press.key === named && press.shift === needsShift && isBare(press) ? 'printed' : null
  }
  if (/^[A-Z0-9]$/.test(key)) return isBare(press) ? howKey(key, press) : null
  // A sign may need AltGr (which is Ctrl+Alt on Windows) or Option; then only what it prints counts.
  const isAltGr = press.altGraph || (press.alt && press.control)
  if (press.meta || (press.control && !isAltGr)) return null
  const how = howKey(key, press)
  return how === 'placed' && !isBare(press) ? null : how
}

function isBare({ control, alt, meta, altGraph }: KeyPress): boolean {
  return !control && !alt && !meta && !altGraph
}

/** A letter, digit or sign, whatever is held with it. */
function howKey(key: string, press: KeyPress): How {
  if (/^[A-Z]$/.test(key)) return howLetter(key, press)
  if (/^[0-9]$/.test(key)) return howDigit(key, press)
  return howSign(key === 'Plus' ? '+' : key, press)
}

function howLetter(letter: string, { key, code, shift }: KeyPress): How {
  // Caps Lock is no Shift.
  if (shift) return null
  if (key.toUpperCase() === letter) return 'printed'
  return code === `Key${letter}` && !isFromLatinLayout(key, code) ? 'placed' : null
}

function howDigit(digit: string, { key, code, shift }: KeyPress): How {
  if (key === digit) return 'printed'
  return code === `Digit${digit}` && !shift && !/^[0-9]$/.test(key) ? 'placed' : null
}

interface SignPlace {
  readonly code: string
  readonly shift: boolean
  /** Whatever is printed there. Else only where that is of another script. */
  readonly always?: true
}

/** Where signs are on a keyboard of the United States. */
const SIGN_PLACES: Readonly<Record<string, SignPlace>> = {
  '?': { code: 'Slash', shift: true },
  '/': { code: 'Slash', shift: false },
  ',': { code: 'Comma', shift: false },
  '=': { code: 'Equal', shift: false },
  '+': { code: 'Equal', shift: true },
  '-': { code: 'Minus', shift: false },
  '[': { code: 'BracketLeft', shift: false, always: true },
  ']': { code: 'BracketRight', shift: false, always: true },
}

function howSign(sign: string, { key, code, shift }: KeyPress): How {
  if (key === sign) return 'printed'
  const place = SIGN_PLACES[sign]
  if (!place || place.code !== code || place.shift !== shift) return null
  return place.always || isForeign(key) ? 'placed' : null
}

/** A letter or figure of another script, or a sign of Arabic. */
function isForeign(key: string): boolean {
  if (/[\u0600-\u06ff]/.test(key)) return true
  return /[\p{L}\p{M}\p{N}]/u.test(key) && !/[0-9\p{Script=Latin}]/u.test(key)
}

/** Signs that layouts with Latin letters print where others have a letter: Dvorak, AZERTY, Colemak, Bépo. */
const SIGNS_OF_LATIN_LAYOUTS: Readonly<Record<string, string>> = {
  KeyQ: "'",
  KeyW: ',',
  KeyE: '.',
  KeyZ: ';',
  KeyM: ',',
  KeyP: ';',
  KeyV: '.',
  KeyN: "'",
}

/** Whether the layout has Latin letters, as far as one press tells. */
function isFromLatinLayout(key: string, code: string): boolean {
  // Dead keys, which wait for a letter, are on layouts with Latin letters.
  if (key === 'Dead') return true
  // What an input method has taken tells nothing of the layout.
  if (key === 'Process' || key === 'Unidentified') return false
  return /\p{Script=Latin}/u.test(key) || SIGNS_OF_LATIN_LAYOUTS[code] === key
}
