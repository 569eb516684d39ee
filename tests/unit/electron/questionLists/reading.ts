import { readQuestionList } from '../../../../electron/questionLists/readQuestionList'
import type { QuestionList } from '../../../../shared/questionLists/listedQuestion'
import { ListError, type ListProblem } from '../../../../shared/questionLists/listProblem'

/** A text as the bytes of a file; bytes stay as they are. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content
}

export async function read(name: string, content: string | Uint8Array): Promise<QuestionList> {
  return readQuestionList({ name, bytes: bytesOf(content) })
}

/** Why it is refused. @throws when it is not, and when it fails in any other way */
export async function refusal(name: string, content: string | Uint8Array): Promise<ListProblem> {
  try {
    await read(name, content)
  } catch (error) {
    if (error instanceof ListError) return error.problem
    throw error
  }
  throw new Error(`${name} was read`)
}

/** The questions of a list without what is empty. */
export function brief({ questions }: QuestionList) {
  return questions.map(({ row, question, id, tags, exampleAnswers, followUps }) => ({
    row,
    question,
    ...(id === undefined ? {} : { id }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(exampleAnswers.length > 0 ? { answers: exampleAnswers.map(({ text }) => text) } : {}),
    ...(followUps.length > 0 ? { followUps } : {}),
  }))
}
