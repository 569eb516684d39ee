import type { QuestionList } from '../../shared/questionLists/listedQuestion'
import { ListError } from '../../shared/questionLists/listProblem'
import { isDeckName, isZip } from './anki/isZip'
import { decodeText } from './decodeText'
import { looksLikeAskedLines, readAskedLines } from './tables/askedLines'

/** A file as it came: its bytes, and its name, which says what it is meant to be. */
export interface ListFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a list of questions of any format: what is in the file counts, and its name where that is
 * not clear. Each format is loaded when it is needed.
 * @throws {ListError} for everything that is wrong with the file: then nothing of it is used
 */
export async function readQuestionList({ name, bytes }: ListFile): Promise<QuestionList> {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  if (isZip(bytes)) return (await import('./anki/apkg')).readApkg(bytes)
  if (bytes.length > 0 && isDeckName(name)) throw new ListError('ZIP_DAMAGED')
  const text = decodeText(bytes)
  if (/^\s*<(?:!doctype\s+html|html|\?xml)\b/iu.test(text.slice(0, 1000))) throw notText()
  if (extension === 'json' || extension === 'soundcheck-pack' || looksLikeJson(text)) {
    return (await import('./json')).readJson(text)
  }
  const { looksLikeAnkiText, looksLikeBareAnkiText, readAnkiText } = await import('./anki/ankiText')
  if (looksLikeAnkiText(text)) return readAnkiText(text)
  const { looksLikeTable, readCsv } = await import('./tables/csv')
  const isBare = !looksLikeTable(text) && looksLikeBareAnkiText(text)
  if (isBare && isTsv(extension) && !hasShortNames(text)) return readAnkiText(text, 'tsv')
  if (extension === 'csv' || isTsv(extension)) return readCsv(text)
  if (['md', 'markdown', 'mdown', 'mkd'].includes(extension)) {
    return (await import('./markdown/readMarkdown')).readMarkdown(text)
  }
  if (looksLikeTable(text)) return readCsv(text)
  if (isBare) return readAnkiText(text)
  if (looksLikeAskedLines(text)) return readAskedLines(text)
  if (looksLikeMarkdown(text)) return (await import('./markdown/readMarkdown')).readMarkdown(text)
  return (await import('./readText')).readText(text, 'text')
}

function notText(): ListError {
  const happened = 'This is a web page or another file in HTML or XML, not a list of questions.'
  const next = 'Copy the questions out of it, and use "Paste questions".'
  return new ListError('SCHEMA', { happened, next })
}

function isTsv(extension: string): boolean {
  return extension === 'tsv' || extension === 'tab'
}

/** Names of columns are short: then this is a table that means nothing to us. */
function hasShortNames(text: string): boolean {
  const [first = ''] = text.trimStart().split(/\r\n?|\n/u, 1)
  const cells = first.split('\t')
  return cells.every((cell) => cell.trim().split(/\s+/u).length <= 2 && !/\?\s*$/u.test(cell))
}

function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*(?:"|\})/u.test(text)
}

/** Headings with signs, more than one: in plain text they are rare. */
function looksLikeMarkdown(text: string): boolean {
  return (text.match(/^#{1,6} \S/gmu)?.length ?? 0) > 1
}
