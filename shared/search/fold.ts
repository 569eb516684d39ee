/**
 * A text as it is compared with what was typed: without case, accents and the forms that one
 * character has (full width, ligatures), so that `okland` finds Økland and `strasse` Straße.
 *
 * The search tables hold folded text. Whoever changes what is folded here also counts up the
 * number in `electron/store/search/searchTables.ts`, so that libraries are searched anew.
 */
export function fold(text: string): string {
  return isPlain(text) ? text.toLowerCase() : text.replace(CHARACTER, foldCharacter)
}

/** A folded text that knows, for each unit of it, which piece of the original it stands for. */
export interface PlacedText {
  readonly text: string
  readonly startOf: (unit: number) => number
  readonly endOf: (unit: number) => number
}

/** Folds, and remembers where everything was. */
export function foldPlaced(original: string): PlacedText {
  if (isPlain(original)) {
    return { text: original.toLowerCase(), startOf: (unit) => unit, endOf: (unit) => unit + 1 }
  }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: character, index } of original.matchAll(CHARACTER)) {
    const folded = foldCharacter(character)
    text += folded
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index)
      ends.push(index + character.length)
    }
  }
  return {
    text,
    startOf: (unit) => starts[unit] ?? original.length,
    endOf: (unit) => ends[unit] ?? original.length,
  }
}

/** What a person sees as one character: a letter and its marks, a syllable of Hangul, a picture. */
const CHARACTER = new RegExp(
  [
    // A flag; a picture with its colour of skin, or several joined to one
    String.raw`\p{Regional_Indicator}{2}`,
    String.raw`\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*`,
    // A syllable that was written as its sounds, as file names of macOS are
    String.raw`[\u1100-\u115f]{1,4}[\u1160-\u11a7]+[\u11a8-\u11ff]*`,
    // The half-width marks of Katakana count as letters
    String.raw`\P{M}[\p{M}\uff9e\uff9f]*`,
    String.raw`\p{M}+`,
  ].join('|'),
  'gu',
)

/** Nothing in it but what a keyboard of 1970 had. */
export function isPlain(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]*$/.test(text)
}

/** Of single units there are few, and texts are full of them. */
const known = new Map<string, string>()

function foldCharacter(character: string): string {
  if (character.length > 1) return foldAnew(character)
  let folded = known.get(character)
  if (folded === undefined) known.set(character, (folded = foldAnew(character)))
  return folded
}

function foldAnew(character: string): string {
  if (/^[\s\p{Cc}]/u.test(character)) return ' '
  const taken = character.normalize('NFKD')
  // An accent that stands alone is to SQLite's and Unicode's mind a space with an accent.
  const apart = /\s/u.test(taken) ? character : taken
  return apart
    .toLowerCase()
    .replace(LIGHT_MARKS, '')
    .replace(UNSEEN, '')
    .replace(OTHER_LETTERS, (letter) => BASIC_LETTERS[letter] ?? letter)
    .normalize('NFC')
}

/**
 * Marks that people leave out when they type: accents, the vowels of Hebrew and Arabic, the colour
 * of a picture. Not those that make another letter: most of the scripts of India and South-East
 * Asia write vowels so, Japanese が and か differ by one, Russian й and и too.
 */
const LIGHT_MARKS = new RegExp(
  [
    String.raw`(?<![иу])\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f]`,
    String.raw`(?=\p{M})[\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]`,
    String.raw`(?=\p{M})[\u0711\u0730-\u074a\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]`,
    String.raw`[\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]|\p{Emoji_Modifier}`,
  ].join('|'),
  'gu',
)

/**
 * What takes no room: soft hyphens, direction marks, half of a pair, the line that makes Arabic
 * words longer. The joiner of pictures stays.
 */
const UNSEEN = /(?!\u200d\p{Extended_Pictographic})[\p{Cf}\p{Cs}\u0640]/gu

/** Letters that Unicode does not take apart, and signs that look and mean the same. */
const BASIC_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ƶ: 'z',
  ς: 'σ',
  ٱ: 'ا',
  ی: 'ي',
  ک: 'ك',
  '’': "'",
  '‘': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const OTHER_LETTERS = new RegExp(`[${Object.keys(BASIC_LETTERS).join('')}]`, 'gu')
