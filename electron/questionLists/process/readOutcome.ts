import type { QuestionList, ReadOutcome } from '../../../shared/questionLists/listedQuestion'
import { ListError } from '../../../shared/questionLists/listProblem'

/**
 * What comes of a file, as plain data that can go from one thread or process to another.
 * @throws whatever is no fault of the file
 */
export async function readOutcome(read: () => Promise<QuestionList>): Promise<ReadOutcome> {
  try {
    return { ok: true, list: await read() }
  } catch (error) {
    if (error instanceof ListError) return { ok: false, problem: error.problem }
    throw error
  }
}
