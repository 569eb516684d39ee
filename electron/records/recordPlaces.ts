import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from '../disk/dataFolder'
import { codeOf } from '../disk/durableFiles'
import { AppError } from '../../shared/errors'
import { QuestionIdSchema } from '../../shared/model'

/** Stands for the slash in an id, and is in none. */
const SLASH = '~'

/**
 * Where the records lie that belong to no session: `<data folder>/questions/<pack>~<question>.json`
 * and `<data folder>/library.json`. Paths come from checked ids only.
 */
export class RecordPlaces {
  /** Of the library itself. */
  readonly library: string
  readonly questionFolder: string

  constructor({ libraryRecord, questions }: DataFolder) {
    this.library = libraryRecord
    this.questionFolder = questions
  }

  question(questionId: string): string {
    if (!QuestionIdSchema.safeParse(questionId).success) {
      throw new AppError('NOT_FOUND', 'This is not an id')
    }
    return join(this.questionFolder, `${questionId.replace('/', SLASH)}.json`)
  }

  /** The questions that have a record; whether it can be read is another matter. */
  listQuestionIds(): string[] {
    return namesIn(this.questionFolder).flatMap((name) => {
      const id = name.replace(/\.json$/, '').replace(SLASH, '/')
      return name.endsWith('.json') && QuestionIdSchema.safeParse(id).success ? [id] : []
    })
  }
}

/**
 * What lies in a folder of records; nothing where it cannot be looked into. Records are read when
 * the database is lost: a disk that has lost a folder too must not keep the rest from being found.
 */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') console.error(`The records in ${folder} cannot be read`, error)
    return []
  }
}
