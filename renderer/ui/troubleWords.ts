import { AppError, ERROR_WORDS, type ErrorCode, type ErrorWords } from '../../shared/errors'

/** The words and the code for anything that was thrown. */
export function troubleOf(error: unknown): { words: ErrorWords; code: ErrorCode } {
  const code = error instanceof AppError ? error.code : 'INTERNAL'
  return { words: ERROR_WORDS[code], code }
}
