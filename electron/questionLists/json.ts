import { PACK_FORMAT, PACK_VERSION } from '../../shared/pack'
import { PackFileSchema } from '../../shared/questionLists/packFile'
import { ListError } from '../../shared/questionLists/listProblem'
import type { QuestionList } from '../../shared/questionLists/listedQuestion'
import { JITLESS } from '../ipc/jitless'
import { checkKeys, rowOfPath } from './forbiddenKeys'
import { lineOf } from './decodeText'
import { dotted, ListBuilder, listErrorOf } from './listBuilder'

/** No pack is nested deeper than five. */
const MAX_DEPTH = 32

/**
 * Reads a pack. Rows are the numbers of its questions, from 1; of JSON that cannot be read, lines.
 * @throws {ListError} TOO_DEEP, JSON_SYNTAX, FORBIDDEN_KEY, VERSION_UNSUPPORTED, SCHEMA,
 *   FIELD_TOO_LONG, TOO_MANY, DUPLICATE_ID
 */
export function readJson(text: string): QuestionList {
  checkDepth(text)
  const json = parse(text)
  checkKeys(json)
  checkRoot(json)
  const read = PackFileSchema.safeParse(json, JITLESS)
  if (!read.success) {
    const issue = read.error.issues[0]!
    if (issue.code === 'too_big' && issue.origin === 'array' && issue.path[0] === 'questions') {
      throw new ListError('TOO_MANY')
    }
    throw listErrorOf(issue, rowOfPath(issue.path))
  }
  const { title, language, questions } = read.data
  const builder = new ListBuilder()
  questions.forEach((question, index) => {
    builder.add(index + 1, question, (path) => dotted(['questions', index, ...path]))
  })
  return builder.finish('json', title, language)
}

/** Before it is parsed: what is nested ten thousand deep is no list, and takes long to look at. */
function checkDepth(text: string): void {
  let depth = 0
  scanOutsideStrings(text, (sign, at) => {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > MAX_DEPTH) throw new ListError('TOO_DEEP', { row: lineOf(text, at) })
  })
}

/** A loop and no regular expression: those give up, or take for ever, in strings of megabytes. */
function scanOutsideStrings(text: string, visit: (sign: string, at: number) => void): void {
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (isInString && sign === '\\') at += 1
    else if (sign === '"') isInString = !isInString
    else if (!isInString) visit(sign, at)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const withoutNaN = parseWithoutNaN(text)
    if (withoutNaN !== undefined) return withoutNaN
    throw new ListError('JSON_SYNTAX', { row: lineOf(text, placeOf(cause, text)) }, { cause })
  }
}

/**
 * `NaN` and `Infinity` are written by some programs. They are no numbers that mean anything, and
 * with a number out of range in their place the schema says which field has one.
 * @returns undefined when that is not what is wrong
 */
function parseWithoutNaN(text: string): unknown {
  const pieces: string[] = []
  let from = 0
  scanOutsideStrings(text, (sign, at) => {
    if (sign !== 'N' && sign !== 'I') return
    const word = ['NaN', 'Infinity'].find((each) => text.startsWith(each, at))
    if (word === undefined) return
    pieces.push(text.slice(from, at), '1e999')
    from = at + word.length
  })
  try {
    return from === 0 ? undefined : (JSON.parse(pieces.join('') + text.slice(from)) as unknown)
  } catch {
    return undefined
  }
}

/**
 * Where the first sign is that cannot stand there. V8 does not always say so; but of a text that is
 * cut off before that sign it says that it is cut off.
 */
function placeOf(error: unknown, text: string): number {
  const told = positionIn(error)
  if (told !== null) return told
  let whole = 0
  let broken = text.length
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2)
    if (isCutOff(text.slice(0, middle))) whole = middle
    else broken = middle
  }
  return whole
}

function isCutOff(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const isEnd = /end of JSON|Unterminated/i.test(error instanceof Error ? error.message : '')
    return isEnd || positionIn(error) === text.length
  }
}

function positionIn(error: unknown): number | null {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')
  return position ? Number(position[1]) : null
}

/** JSON of other programs says as much as a table does, and any of them can write one. */
const WANTED =
  'Put { "format": "soundcheck-pack", "version": 1, "questions": [ ... ] } around the questions; each is { "question": "...", "exampleAnswers": [{ "text": "..." }], "tags": ["..."] }. Or save it as CSV with the columns "question", "answer" and "tags".'

/** What it is and of which version comes before what is in it. */
function checkRoot(json: unknown): void {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const happened = 'This is JSON, but no pack of Soundcheck, which is an object.'
    throw new ListError('SCHEMA', { happened, next: WANTED })
  }
  const { format, version } = json as { format?: unknown; version?: unknown }
  if (format !== PACK_FORMAT) {
    const happened = `This is JSON, but no pack of Soundcheck: "format" is not "${PACK_FORMAT}".`
    throw new ListError('SCHEMA', { path: 'format', happened, next: WANTED })
  }
  const isVersion = typeof version === 'number' && Number.isFinite(version)
  if (isVersion && version !== PACK_VERSION) {
    const happened = `This pack has version ${String(version)}; this Soundcheck knows ${String(PACK_VERSION)}.`
    throw new ListError('VERSION_UNSUPPORTED', { path: 'version', happened })
  }
}
