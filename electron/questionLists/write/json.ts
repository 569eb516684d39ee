import { PACK_FORMAT, PACK_VERSION } from '../../../shared/pack'
import type { ListedQuestion, WrittenList } from '../../../shared/questionLists/listedQuestion'

/** A pack as a file, without what is empty. */
export function writeJson({ title, language, questions }: WrittenList): string {
  const pack = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    ...(title.trim() === '' ? {} : { title }),
    ...(language === null ? {} : { language }),
    questions: questions.map(withoutEmptyFields),
  }
  return `${JSON.stringify(pack, null, 2)}\n`
}

function withoutEmptyFields(question: ListedQuestion): object {
  const isFilled = (value: unknown): boolean =>
    value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0)
  const entries = Object.entries(question).filter(([, value]) => isFilled(value))
  return Object.fromEntries(entries)
}
