import { AppError, type ErrorCode } from '../shared/errors'
import { codeOf, isDiskFull } from './disk'
import { isDamage } from './store/check'

/** What the page is told about an error: a code that it has words for, and details for a report. */
export interface ReplyError {
  code: ErrorCode
  detail: string
}

const DISK_REFUSED_CODES = ['EACCES', 'EROFS', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_PERM']

/** Turns whatever a handler threw into a code of the contract. */
export function replyError(error: unknown): ReplyError {
  if (error instanceof AppError) return { code: error.code, detail: error.message }
  const detail = error instanceof Error ? error.message : String(error)
  if (isDiskFull(error)) return { code: 'DISK_FULL', detail }
  if (isDamage(error)) return { code: 'DATA_DAMAGED', detail }
  return { code: contractCode(codeOf(error) ?? ''), detail }
}

function contractCode(code: string): ErrorCode {
  if (DISK_REFUSED_CODES.includes(code) || code.startsWith('SQLITE_READONLY')) return 'DISK_REFUSED'
  return 'INTERNAL'
}
