import { MAX_FIELD_CHARACTERS } from '../../defaults'

/** A line as its own signs say what it is, before those around it are looked at. */
export interface PastedLine {
  /** Counts from 1. */
  readonly row: number
  readonly kind: 'blank' | 'rule' | 'heading' | 'item' | 'plain' | 'code' | 'asked' | 'answered'
  /** Without its bullet, number, label or heading signs, and without emphasis. */
  readonly text: string
  /** Columns before its first sign; a tab is four. */
  readonly indent: number
  /** Of a heading: how many signs. */
  readonly level: number
  /** Of an item: its bullet, or `1` for any number. */
  readonly marker: string | null
  /** As it was written, without spaces at its end. */
  readonly raw: string
}

const BULLET =
  /^(?:[-*+–—](?:\s+|$)|-(?=\p{L})|[•‣◦·▪▫●○■□☐☑➢➤►▶✓✔❖⁃∙]\s*|o(?:\t| {2,}))(?:\[[ xX]?\]\s+)?/u
const NUMBER =
  /^(?:\(?\d{1,5}[.)](?!\d)\s*|\d{1,3}(?:\.\d{1,3})+[.)]?\s+|\d{1,3}\s*[-–:]\s+|#\d{1,4}[.:)]?\s+|\(?[a-z]\)\s+|[a-z]\.\s+|[ivx]{1,5}[.)]\s+)/u
const HEADING = /^(#{1,6})\s+(.*)$/u
const ASKED =
  /^(?:Q|Question|Frage|Pregunta|Pergunta|Domanda|Vraag|問|Q&A)\s?#?\d{0,4}\s?(?:[.)]|[:：]|\s[-–])\s*/iu
const ANSWERED =
  /^(?:(?:A|Ans|Answer|Antwort|Réponse|Reponse|Respuesta|Resposta|Risposta|Antwoord|答|Example answer)\s?#?\d{0,4}\s?[:：]|A\d{0,4}[.)])\s*/iu
const RULE = /^(?:[-*_=]\s?){3,}$/u

/** @param text any line ends */
export function pastedLines(text: string): PastedLine[] {
  let isInCode = false
  // Lists go on to "b)": where there is none, "a)" is short for the answer, as "q)" is for the question.
  const hasLetters = /^[\t ]*b[.)]\s/mu.test(text)
  return text.split(/\r\n|\n|\r|\u2028|\u2029/u).map((line, index) => {
    const raw = line.trimEnd()
    const base = { row: index + 1, raw, indent: indentOf(raw), level: 0, marker: null }
    const bare = raw.trimStart()
    if (/^(?:```|~~~)/u.test(bare)) {
      isInCode = !isInCode
      return { ...base, kind: 'code', text: '' }
    }
    if (isInCode) return { ...base, kind: 'code', text: raw }
    return { ...base, ...signsOf(bare, hasLetters) }
  })
}

/** A text without the bullet, number or box that it begins with. */
export function withoutMarkers(text: string): string {
  return text
    .replace(BULLET, '')
    .replace(/^\[[ xX]\]\s+/u, '')
    .replace(NUMBER, '')
    .replace(ASKED, '')
    .trim()
}

type Signs = Pick<PastedLine, 'kind' | 'text'> & Partial<PastedLine>

function signsOf(bare: string, hasLetters: boolean): Signs {
  if (bare === '') return { kind: 'blank', text: '' }
  if (RULE.test(bare)) return { kind: 'rule', text: '' }
  const heading = HEADING.exec(bare)
  if (heading) {
    const text = withoutEmphasis(withoutClosing(heading[2] ?? '').replace(NUMBER, ''))
    return { kind: 'heading', level: heading[1]!.length, text }
  }
  // Two markers in a row happen: "- 1. Why us?"
  const unbulleted = withoutEmphasis(bare.replace(BULLET, ''))
  const isLabel = !hasLetters && /^[qa][.)]\s/u.test(unbulleted)
  const text = isLabel ? unbulleted : unbulleted.replace(NUMBER, '')
  if (ASKED.test(text)) return { kind: 'asked', text: text.replace(ASKED, '').trim() }
  if (ANSWERED.test(text)) return { kind: 'answered', text: text.replace(ANSWERED, '').trim() }
  const bullet = BULLET.exec(bare)
  if (bullet) return { kind: 'item', marker: bullet[0].charAt(0), text: text.trim() }
  if (text.length < unbulleted.length) return { kind: 'item', marker: '1', text: text.trim() }
  return { kind: 'plain', text: text.trim() }
}

/**
 * Of "## Why us? ##" the signs at its end; "C#" keeps its own. A loop: a regular expression would begin
 * anew at each sign of a long run.
 */
function withoutClosing(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '#') end -= 1
  return end === 0 || /\s/u.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text
}

/**
 * What is emphasized is no longer than this, and a line that can be kept no longer than a field: without
 * these bounds a line of a megabyte takes hours.
 */
function withoutEmphasis(text: string): string {
  if (text.length > MAX_FIELD_CHARACTERS || !/[*_[]/u.test(text)) return text
  return text
    .replace(/\*\*(.{1,300}?)\*\*/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(.{1,300}?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/^([*_])(?!\s)(.+)(?<!\s)\1$/u, '$2')
    .replace(/!?\[([^[\]]+)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/gu, '$1')
}

function indentOf(line: string): number {
  let columns = 0
  for (const sign of line) {
    if (sign === '\t') columns += 4
    else if (/\s/u.test(sign)) columns += 1
    else break
  }
  return columns
}
