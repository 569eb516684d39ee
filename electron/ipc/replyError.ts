import { ERROR_WORDS, type ErrorCode } from '../../shared/errors'
import { codeOf, isDiskFull } from '../disk/durableFiles'
import { isDamage } from '../store/database/checkDatabase'

/** What the page is told about an error: a code that it has words for, and details for a report. */
export interface ReplyError {
  code: ErrorCode
  detail: string
}

const DISK_REFUSED = /^(?:EACCES|EROFS|EPERM|EBUSY|EIO|SQLITE_(?:CANTOPEN|PERM|READONLY|IOERR))/

/** Turns whatever a handler threw, here or in another thread, into a code of the contract. */
export function replyError(error: unknown): ReplyError {
  return {
    code: contractCode(error),
    detail: error instanceof Error ? error.message : String(error),
  }
}

function contractCode(error: unknown): ErrorCode {
  const code = codeOf(error) ?? ''
  if (isErrorCode(code)) return code
  if (isDiskFull(error)) return 'DISK_FULL'
  if (isDamage(error)) return 'DATA_DAMAGED'
  return DISK_REFUSED.test(code) ? 'DISK_REFUSED' : 'INTERNAL'
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_WORDS, code)
}
