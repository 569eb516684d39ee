import type { RequestOutput } from '../../shared/contract'
import type { ImportRowInput, PackTarget } from '../../shared/questions/questionFields'
import { request } from '../api'

/** What came of questions that were pasted or imported. */
export type BroughtIn = RequestOutput<'questions.import'>

/** Rows as they go to main: bytes, which cost it nothing however many they are. */
export function bytesOf(rows: readonly ImportRowInput[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(rows))
}

/** All of them or none. @throws {AppError} */
export async function bringIn(
  into: PackTarget,
  rows: readonly ImportRowInput[],
): Promise<BroughtIn> {
  return request('questions.import', { into, rows: bytesOf(rows) })
}
