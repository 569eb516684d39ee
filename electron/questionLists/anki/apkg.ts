import { ListError } from '../../../shared/questionLists/listProblem'
import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import { ListBuilder } from '../listBuilder'
import { Archive } from './archive'
import { readCollection } from './collection'
import { unpackZstd } from './zstd'

/** Newest first: beside a new one Anki puts an old one that only says "please update". */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/**
 * Reads the notes of a deck. Rows are the numbers of its notes, from 1, in the order they were made.
 * This may take long, and a file that wants to do harm comes as far as SQLite: run it in a process
 * that can be ended (`readerProcess.ts`).
 * @throws {ListError} every code with ZIP, SCHEMA, FIELD_TOO_LONG, TOO_MANY, DUPLICATE_ID
 */
export async function readApkg(bytes: Uint8Array): Promise<QuestionList> {
  // Its pictures and sounds have numbers for names.
  const archive = await Archive.open(bytes, (name) => /^\d+$/u.test(name))
  const name = COLLECTIONS.find((each) => archive.has(each))
  if (name === undefined) throw notADeck(archive)
  const packed = await archive.read(name)
  const builder = new ListBuilder()
  readCollection(name.endsWith('b') ? unpackZstd(packed, name) : packed, name, builder)
  return builder.finish('apkg')
}

function notADeck(archive: Archive): ListError {
  const isSpreadsheet = archive.has('xl/workbook.xml') || archive.has('content.xml')
  if (isSpreadsheet || archive.has('word/document.xml')) {
    const next = isSpreadsheet
      ? 'Save it as "CSV UTF-8", then import that.'
      : 'Copy the questions out of it, and use "Paste questions".'
    const happened = 'This is a document of an office program, not a list of questions.'
    return new ListError('SCHEMA', { happened, next })
  }
  const happened = 'This is a ZIP archive, but no deck of Anki: it has no collection in it.'
  return new ListError('SCHEMA', { happened, next: 'Unpack it, then import what is inside.' })
}
