import { describe, expect, it } from 'vitest'
import type { CommandId } from '../../../../shared/keys/keymap'
import { commandOf, type KeyPress } from '../../../../shared/keys/keyPress'
import { LAYOUT_NAMES, LAYOUTS, type LayoutName, press, pressesOf } from './layouts'

/* Every layout against every key: what is printed counts, and the place where there are no Latin letters. */

const PLAIN = [
  'record pause example markPart markHeard rate rubric best flip loop hear shortcuts',
].flatMap((ids) => ids.split(' ')) as CommandId[]

const found = (commands: readonly CommandId[], one: KeyPress, isMac = false) =>
  commandOf(one, commands, isMac)

/** The press that prints this sign, with the fewest fingers. */
const printing = (layout: LayoutName, sign: string) =>
  pressesOf(layout).find(({ key }) => key.toLowerCase() === sign.toLowerCase())

const LETTERS: [CommandId, number, string][] = [
  ['record', 0, 'R'],
  ['pause', 0, 'P'],
  ['example', 0, 'E'],
  ['markPart', 0, 'S'],
  ['markPart', 1, 'T'],
  ['markPart', 2, 'A'],
  ['markPart', 3, 'R'],
  ['markHeard', 0, 'G'],
  ['markHeard', 1, 'F'],
  ['markHeard', 2, 'W'],
  ['rubric', 0, 'Q'],
  ['best', 0, 'B'],
  ['flip', 0, 'F'],
]
const DIGITS: [CommandId, number, string][] = [
  ['rate', 0, '1'],
  ['rate', 1, '2'],
  ['rate', 2, '3'],
  ['rate', 3, '4'],
  ['hear', 1, '2'],
]

describe.each(LAYOUT_NAMES)('on %s', (layout) => {
  const { hasLatinLetters } = LAYOUTS[layout]

  it.each(LETTERS)('%s %i is %s', (command, nth, letter) => {
    const place = press({
      ...pressesOf(layout).find(({ code }) => code === `Key${letter}`)!,
    })
    const one = hasLatinLetters ? printing(layout, letter)! : place
    expect(found([command], one)).toEqual({ command, nth })
    // With Caps Lock too.
    expect(found([command], { ...one, key: one.key.toUpperCase() })).toEqual({ command, nth })
    if (hasLatinLetters && place.key.toLowerCase() !== letter.toLowerCase()) {
      expect(found([command], place)).toBeNull()
    }
  })

  it.each(DIGITS)('%s %i is %s', (command, nth, digit) => {
    const place = pressesOf(layout).find(({ code }) => code === `Digit${digit}`)!
    for (const one of [
      place,
      printing(layout, digit),
      press({ key: digit, code: `Numpad${digit}` }),
    ]) {
      if (one) expect(found([command], one)).toEqual({ command, nth })
    }
  })

  it('has ? and the brackets where they are printed, and in their places', () => {
    const question = printing(layout, '?') ?? printing(layout, '؟')
    if (question) expect(found(['shortcuts'], question)).not.toBeNull()
    expect(question, 'every layout prints a question mark').toBeDefined()
    for (const [nth, sign] of ['[', ']'].entries()) {
      const code = nth === 0 ? 'BracketLeft' : 'BracketRight'
      const place = pressesOf(layout).find((one) => one.code === code && !one.shift)!
      const one = printing(layout, sign) ?? place
      expect(found(['loop'], one)).toEqual({ command: 'loop', nth })
    }
  })

  it.each([
    ['find', 'F'],
    ['undo', 'Z'],
    ['newSession', 'N'],
    ['practice', '1'],
    ['history', '2'],
    ['settings', ','],
    ['resetZoom', '0'],
    ['zoomOut', '-'],
  ] as [CommandId, string][])('%s is Ctrl+%s', (command, sign) => {
    const places: Record<string, string> = { ',': 'Comma', '-': 'Minus' }
    const code = places[sign] ?? (/\d/.test(sign) ? `Digit${sign}` : `Key${sign}`)
    const place = pressesOf(layout).find((one) => one.code === code)!
    const printed = printing(layout, sign)
    const one = printed && !(/[A-Z]/.test(sign) && printed.shift) ? printed : place
    expect(found([command], { ...one, control: true })).toEqual({ command, nth: 0 })
    expect(found([command], one)).toBeNull()
    expect(found([command], { ...one, meta: true }, true)).toEqual({ command, nth: 0 })
    expect(found([command], { ...one, control: true }, true)).toBeNull()
  })

  it('zooms in with + and with =', () => {
    const plus = printing(layout, '+') ?? pressesOf(layout).find(({ code }) => code === 'Equal')!
    for (const one of [plus, press({ key: '+', code: 'NumpadAdd' })]) {
      expect(found(['zoomIn'], { ...one, control: true })?.command).toBe('zoomIn')
    }
    const minus = press({ key: '-', code: 'NumpadSubtract', control: true })
    expect(found(['zoomOut'], minus)?.command).toBe('zoomOut')
    const zero = press({ key: '0', code: 'Numpad0', control: true })
    expect(found(['resetZoom'], zero)?.command).toBe('resetZoom')
  })

  it('has one command at most for a press, and none that is neither printed nor in its place', () => {
    for (const one of pressesOf(layout)) {
      const command = found(PLAIN, one)
      const means = signOf(layout, one)
      expect(Boolean(command), `${one.key} at ${one.code}`).toBe(
        /^[RPESTAGFWQB1234?[\]]$/.test(means),
      )
    }
  })
})

/** What a press means to somebody who knows the whole layout. */
function signOf(layout: LayoutName, { key, code, shift }: KeyPress): string {
  const upper = key.toUpperCase()
  if (/^[A-Z]$/.test(upper)) return shift ? '' : upper
  if (/^[0-9?[\]]$/.test(key)) return key
  if (!LAYOUTS[layout].hasLatinLetters && code.startsWith('Key')) {
    return shift ? '' : code.slice(3)
  }
  if (!shift && code.startsWith('Digit')) return code.slice(5)
  if (!shift && code === 'BracketLeft') return '['
  if (!shift && code === 'BracketRight') return ']'
  const isForeign = !/^[ -~]+$/.test(key) && !LAYOUTS[layout].hasLatinLetters
  return shift && code === 'Slash' && isForeign ? '?' : key
}

describe('what is held with a key', () => {
  it('makes it another one', () => {
    expect(found(['record'], press({ key: 'r', code: 'KeyR', control: true }))).toBeNull()
    expect(found(['record'], press({ key: 'R', code: 'KeyR', shift: true }))).toBeNull()
    expect(found(['record'], press({ key: 'r', code: 'KeyR', meta: true }))).toBeNull()
    expect(found(['record'], press({ key: '®', code: 'KeyR', alt: true }))).toBeNull()
    expect(found(['record'], press({ key: '¶', code: 'KeyR', altGraph: true }))).toBeNull()
    expect(found(['rate'], press({ key: '²', code: 'Digit2', altGraph: true }))).toBeNull()
    expect(found(['rate'], press({ key: '!', code: 'Digit1', shift: true }))).toBeNull()
    expect(
      found(['undo'], press({ key: 'Z', code: 'KeyZ', control: true, shift: true })),
    ).toBeNull()
    const arrow = { key: 'ArrowLeft', code: 'ArrowLeft' }
    expect(found(['seek', 'step'], press(arrow))?.command).toBe('seek')
    expect(found(['seek', 'step'], press({ ...arrow, shift: true }))?.command).toBe('step')
    expect(found(['seek', 'step'], press({ ...arrow, alt: true }))).toBeNull()
  })

  it('is AltGr in each system for what is printed so', () => {
    const bracket = { key: '[', code: 'Digit8' }
    for (const held of [
      { altGraph: true },
      { altGraph: true, control: true, alt: true },
      { alt: true },
    ]) {
      expect(found(['rate', 'loop'], press({ ...bracket, ...held }))).toEqual({
        command: 'loop',
        nth: 0,
      })
    }
    const ctrlBracket = press({ key: '[', code: 'BracketLeft', control: true })
    expect(found(['loop'], ctrlBracket)).toBeNull()
  })

  it('does not make a letter of what an accent waits for, or of keys without a sign', () => {
    expect(found(['rubric'], press({ key: 'Dead', code: 'KeyQ' }))).toBeNull()
    expect(found(['rate'], press({ key: 'End', code: 'Numpad1' }))).toBeNull()
    expect(found(['play'], press({ key: ' ', code: 'Space' }))).toEqual({ command: 'play', nth: 0 })
  })
})
