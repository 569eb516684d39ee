import type { WrittenFormat } from '../../../shared/questionLists/listedQuestion'

/** The ending of a file of each format. */
export const FILE_ENDINGS: Record<WrittenFormat, string> = {
  json: 'soundcheck-pack',
  csv: 'csv',
  markdown: 'md',
  'anki-text': 'txt',
}

/** What such files are called where one is saved. */
export const FILE_KINDS: Record<WrittenFormat, string> = {
  json: 'Soundcheck pack',
  csv: 'CSV',
  markdown: 'Markdown',
  'anki-text': 'Anki text',
}
