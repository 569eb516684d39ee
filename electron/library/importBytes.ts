import { AppError } from '../../shared/errors'
import { ImportRowsSchema, type ImportRow } from '../../shared/questions/questionFields'

/** @throws {AppError} BAD_REQUEST */
export function parseImportRows(bytes: Uint8Array): ImportRow[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ImportRowsSchema.parse(JSON.parse(text), { jitless: true })
  } catch (error) {
    throw new AppError('BAD_REQUEST', 'This is no list of questions', { cause: error })
  }
}
