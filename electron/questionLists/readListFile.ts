import { open, type FileHandle } from 'node:fs/promises'
import { codeOf } from '../disk/durableFiles'
import type { QuestionList } from '../../shared/questionLists/listedQuestion'
import { ListError } from '../../shared/questionLists/listProblem'
import { readQuestionList } from './readQuestionList'
import { refuseLarge } from './refuseLarge'

/**
 * Reads a list of questions from a file on the disk.
 * @throws {ListError}
 */
export async function readListFile(path: string): Promise<QuestionList> {
  return readQuestionList({ name: path, bytes: await bytesOf(path) })
}

async function bytesOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const stat = await file.stat()
    if (!stat.isFile()) throw new ListError('NOT_A_FILE')
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    refuseLarge(path, buffer, stat.size)
    return await file.readFile()
  } catch (cause) {
    if (cause instanceof ListError) throw cause
    const code = codeOf(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ListError('FILE_NOT_FOUND', {}, { cause })
    if (code === 'EISDIR') throw new ListError('NOT_A_FILE', {}, { cause })
    throw new ListError('FILE_UNREADABLE', {}, { cause })
  } finally {
    await file?.close()
  }
}
