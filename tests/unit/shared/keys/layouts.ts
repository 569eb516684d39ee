import type { KeyPress } from '../../../../shared/keys/keyPress'

/*
 * What keyboards print, as Chromium reports it: the four rows of keys, plain and with Shift, and the
 * signs that need AltGr. D stands for a dead key.
 */

interface Layout {
  readonly hasLatinLetters: boolean
  readonly plain: readonly string[]
  readonly shifted: readonly string[]
  /** What keys beside these rows print, and what AltGr does, by the key's place. */
  readonly beside?: Readonly<Record<string, string>>
  readonly altGr?: Readonly<Record<string, string>>
}

const CODES = [
  'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote',
  'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
].flatMap((row) => row.split(' '))

export const LAYOUTS = {
  us: {
    hasLatinLetters: true,
    plain: ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
    shifted: ['!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"', 'ZXCVBNM<>?'],
  },
  de: {
    hasLatinLetters: true,
    plain: ['1234567890ßD', 'qwertzuiopü+', 'asdfghjklöä', 'yxcvbnm,.-'],
    shifted: ['!"§$%&/()=?D', 'QWERTZUIOPÜ*', 'ASDFGHJKLÖÄ', 'YXCVBNM;:_'],
    altGr: { Digit8: '[', Digit9: ']' },
  },
  fr: {
    hasLatinLetters: true,
    plain: ['&é"\'(-è_çà)=', 'azertyuiopD$', 'qsdfghjklmù', 'wxcvbn,;:!'],
    shifted: ['1234567890°+', 'AZERTYUIOPD£', 'QSDFGHJKLM%', 'WXCVBN?./§'],
    altGr: { Digit5: '[', Minus: ']' },
  },
  dvorak: {
    hasLatinLetters: true,
    plain: ['1234567890[]', "',.pyfgcrl/=", 'aoeuidhtns-', ';qjkxbmwvz'],
    shifted: ['!@#$%^&*(){}', '"<>PYFGCRL?+', 'AOEUIDHTNS_', ':QJKXBMWVZ'],
  },
  ru: {
    hasLatinLetters: false,
    plain: ['1234567890-=', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю.'],
    shifted: ['!"№;%:?*()_+', 'ЙЦУКЕНГШЩЗХЪ', 'ФЫВАПРОЛДЖЭ', 'ЯЧСМИТЬБЮ,'],
  },
  gr: {
    hasLatinLetters: false,
    plain: ['1234567890-=', ';ςερτυθιοπ[]', "ασδφγηξκλD'", 'ζχψωβνμ,./'],
    shifted: ['!@#$%^&*()_+', ':΅ΕΡΤΥΘΙΟΠ{}', 'ΑΣΔΦΓΗΞΚΛD"', 'ΖΧΨΩΒΝΜ<>?'],
  },
  il: {
    hasLatinLetters: false,
    plain: ['1234567890-=', "/'קראטוןםפ][", 'שדגכעיחלךף,', 'זסבהנמצתץ.'],
    shifted: ['!@#$%^&*)(_+', 'QWERTYUIOP}{', 'ASDFGHJKL:"', 'ZXCVBNM><?'],
  },
  ara: {
    hasLatinLetters: false,
    // B prints two letters at once; the sign here stands for both.
    plain: ['1234567890-=', 'ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرﻻىةوزظ'],
    shifted: ['!@#$%^&*)(_+', 'ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرﻻىةوز؟'],
  },
  th: {
    hasLatinLetters: false,
    plain: ['ๅ/-ภถุึคตจขช', 'ๆไำพะัีรนยบล', 'ฟหกดเ้่าสวง', 'ผปแอิืทมใฝ'],
    shifted: ['+๑๒๓๔ู฿๕๖๗๘๙', '๐"ฎฑธํ๊ณฯญฐ,', 'ฤฆฏโฌ็๋ษศซ.', '()ฉฮฺ์?ฒฬฦ'],
  },
  bg: {
    hasLatinLetters: false,
    plain: ['1234567890-.', ',уеишщксдзц;', 'ьяаожгтнвмч', 'юйъэфхпрлб'],
    shifted: ['!?+"%=:/–№$€', 'ыУЕИШЩКСДЗЦ§', 'ѝЯАОЖГТНВМЧ', 'ЮЙЪЭФХПРЛБ'],
  },
  jp: {
    hasLatinLetters: true,
    plain: ['1234567890-^', 'qwertyuiop@[', 'asdfghjkl;:', 'zxcvbnm,./'],
    shifted: ['!"#$%&\'()0=~', 'QWERTYUIOP`{', 'ASDFGHJKL+*', 'ZXCVBNM<>?'],
    beside: { Backslash: ']' },
  },
} as const satisfies Record<string, Layout>

export type LayoutName = keyof typeof LAYOUTS
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[]

/** Every press of a layout: each key plain and with Shift, and what AltGr prints. */
export function pressesOf(name: LayoutName): KeyPress[] {
  const layout: Layout = LAYOUTS[name]
  const signs = (rows: readonly string[]) => rows.flatMap((row) => Array.from(row))
  const row = (rows: readonly string[], shift: boolean) =>
    signs(rows).map((sign, index) =>
      press({ key: sign === 'D' && !isLetterD(index) ? 'Dead' : sign, code: CODES[index]!, shift }),
    )
  const withAltGr = Object.entries(layout.altGr ?? {}).map(([code, key]) =>
    press({ key, code, altGraph: true }),
  )
  const beside = Object.entries(layout.beside ?? {}).map(([code, key]) => press({ key, code }))
  return [...row(layout.plain, false), ...row(layout.shifted, true), ...beside, ...withAltGr]
}

function isLetterD(index: number): boolean {
  // A capital D is printed where D is: KeyD, and KeyH on Dvorak.
  return ['KeyD', 'KeyH'].includes(CODES[index]!)
}

export function press(change: Partial<KeyPress> & Pick<KeyPress, 'key' | 'code'>): KeyPress {
  return { shift: false, control: false, alt: false, meta: false, altGraph: false, ...change }
}
