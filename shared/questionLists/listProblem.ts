/** Every way in which a list of questions is refused. */
export const LIST_PROBLEM_CODES = [
  'EMPTY',
  'ENCODING',
  'JSON_SYNTAX',
  'TOO_DEEP',
  'SCHEMA',
  'VERSION_UNSUPPORTED',
  'TOO_LARGE',
  'TOO_MANY',
  'FIELD_TOO_LONG',
  'FORBIDDEN_KEY',
  'DUPLICATE_ID',
  'CSV_SYNTAX',
  'ZIP_PATH',
  'ZIP_LINK',
  'ZIP_ENCRYPTED',
  'ZIP_NESTED',
  'ZIP_BOMB',
  'ZIP_DAMAGED',
  'TOO_SLOW',
  'FILE_NOT_FOUND',
  'NOT_A_FILE',
  'FILE_UNREADABLE',
  'READER_FAILED',
] as const
export type ListProblemCode = (typeof LIST_PROBLEM_CODES)[number]

/** Why a file was refused. The code is for machines, the message for people. */
export interface ListProblem {
  code: ListProblemCode
  /** The line of the file; in JSON and Anki's decks the question, from 1. Null when it is the whole file. */
  row: number | null
  /** What is wrong: a field as in `questions[2].tags[0]`, a column, a file in an archive; or null. */
  path: string | null
  /** What happened, that nothing was imported, what to do next. */
  message: string
}

interface Words {
  happened: string
  next: string
}

const WORDS: Record<ListProblemCode, Words> = {
  EMPTY: {
    happened: 'There is nothing in this file.',
    next: 'Check that it is the right one, and that it was saved.',
  },
  ENCODING: {
    happened: 'This file is not UTF-8 text.',
    next: 'Save it as UTF-8 (in a spreadsheet: "CSV UTF-8"), then import it again.',
  },
  JSON_SYNTAX: {
    happened: 'This is not whole JSON: it is cut off, or a sign is missing.',
    next: 'Export it again, or mend the place that is named.',
  },
  TOO_DEEP: {
    happened: 'This file is nested deeper than any list of questions is.',
    next: 'Check that it is the right file.',
  },
  SCHEMA: {
    happened: 'This is not what a list of questions looks like.',
    next: 'Mend the place that is named, then import the file again.',
  },
  VERSION_UNSUPPORTED: {
    happened: 'This pack has a version that this Soundcheck does not know.',
    next: 'Update Soundcheck, or export the pack as CSV where it came from.',
  },
  TOO_LARGE: {
    happened: 'This file is larger than 10 MB.',
    next: 'Split it into several, then import them one by one.',
  },
  TOO_MANY: {
    happened: 'There are more than 10,000 questions in this file.',
    next: 'Split it into several, then import them one by one.',
  },
  FIELD_TOO_LONG: {
    happened: 'A text is too long.',
    next: 'Shorten it, then import the file again.',
  },
  FORBIDDEN_KEY: {
    happened: 'A key or column has a name that programs use for themselves.',
    next: 'Rename it, then import the file again.',
  },
  DUPLICATE_ID: {
    happened: 'Two questions have the same id.',
    next: 'Give one of them another id, or none, then import the file again.',
  },
  CSV_SYNTAX: {
    happened: 'The columns of this table do not fit together.',
    next: 'Mend the line that is named, then import the file again.',
  },
  ZIP_PATH: {
    happened: 'A file in this archive has a name that it must not have.',
    next: 'Export the deck again, and do not use an archive from somebody you do not know.',
  },
  ZIP_LINK: {
    happened: 'This archive has a link in it, where only files may be.',
    next: 'Export the deck again, and do not use an archive from somebody you do not know.',
  },
  ZIP_ENCRYPTED: {
    happened: 'This archive is locked with a password.',
    next: 'Unlock it where it came from, and export it without one.',
  },
  ZIP_NESTED: {
    happened: 'There is an archive inside of this archive.',
    next: 'Unpack it, then import what is inside.',
  },
  ZIP_BOMB: {
    happened: 'This archive would unpack to far more than a deck of questions has.',
    next: 'Export the deck again, and do not use an archive from somebody you do not know.',
  },
  ZIP_DAMAGED: {
    happened: 'This archive is damaged or not whole.',
    next: 'Export the deck again, or copy the file once more.',
  },
  TOO_SLOW: {
    happened: 'Reading this file took longer than 20 seconds, and was given up.',
    next: 'Split it into several, then import them one by one.',
  },
  FILE_NOT_FOUND: {
    happened: 'There is no such file.',
    next: 'Check its name and its folder.',
  },
  NOT_A_FILE: {
    happened: 'This is a folder, or something else that is no file.',
    next: 'Choose one of the files in it.',
  },
  FILE_UNREADABLE: {
    happened: 'The system did not let this file be read.',
    next: 'Check that you may read it, and that its disk is there.',
  },
  READER_FAILED: {
    happened: 'Something went wrong inside Soundcheck while it read this file.',
    next: 'Save the questions in another form, CSV or plain text for instance, and import that.',
  },
}

/** Nothing is ever imported by half. */
const KEPT = 'Nothing was imported.'

interface Place {
  row?: number | undefined
  path?: string | undefined
  /** More exactly than the code alone says it. */
  happened?: string
  next?: string
}

/** Thrown by everything that reads lists; nothing else may come of bad input. */
export class ListError extends Error {
  readonly problem: ListProblem

  constructor(code: ListProblemCode, place: Place = {}, options?: ErrorOptions) {
    const { happened, next } = { ...WORDS[code], ...place }
    const message = `${happened} ${KEPT} ${next}`
    super(message, options)
    this.name = 'ListError'
    this.problem = { code, row: place.row ?? null, path: place.path ?? null, message }
  }
}
