import type { WrittenFormat, WrittenList } from '../../../shared/questionLists/listedQuestion'
import { writeAnkiText } from './ankiText'
import { writeCsv } from './csv'
import { writeJson } from './json'
import { writeMarkdown } from './markdown'

const WRITERS: Record<WrittenFormat, (list: WrittenList) => string> = {
  json: writeJson,
  csv: writeCsv,
  markdown: writeMarkdown,
  'anki-text': writeAnkiText,
}

/** A list as the text of a file. JSON and CSV come back, by an import, with the same meaning. */
export function writeQuestionList(list: WrittenList, format: WrittenFormat): string {
  return WRITERS[format](list)
}
