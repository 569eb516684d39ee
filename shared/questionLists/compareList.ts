import type { QuestionList, ReadQuestion } from './listedQuestion'
import { matchQuestions, type KnownQuestion } from './matchQuestions'

/** What a file says of a question, and nothing else: a field that it leaves empty is absent. */
export interface FileFields {
  question: string
  shortTitle?: string
  whyTheyAsk?: string
  /** The label is absent where nobody said who speaks. */
  exampleAnswers?: { label?: string; text: string }[]
  talkingPoints?: string[]
  pitfalls?: string[]
  followUps?: string[]
  tags?: string[]
  language?: string
  target?: { shortestMs: number; longestMs: number }
}
export type FieldName = keyof FileFields

/** What a file would do to a question that is there. */
export interface FieldChanges {
  changed: FieldName[]
  /** The file says something else, but the person has edited them since: they stay. */
  kept: FieldName[]
}

interface Compared {
  /** Where it stands in the file. */
  row: number
  fileId: string | null
  fields: FileFields
  /** Key words that the file brings: prompts in an empty outline. */
  outline: string[]
}

/** A question of the file, beside what is there. Importing does nothing to an unchanged one. */
export type ComparedQuestion = Compared &
  (
    | { state: 'new' }
    | { state: 'changed'; questionId: string; changed: FieldName[]; kept: FieldName[] }
    | { state: 'unchanged'; questionId: string; kept: FieldName[] }
  )

/** What an import would do, before it does it. What is there and not in the file stays. */
export interface ListComparison {
  /** In the order of the file. */
  questions: ComparedQuestion[]
  newCount: number
  changedCount: number
  unchangedCount: number
  /** Rows that are left out, by name. */
  problems: QuestionList['skipped']
}

/**
 * Compares a file with the questions that it may have brought before: by the file's own ids, else by
 * the same or similar words.
 * @param known those of the pack that it goes into
 * @param changesOf says what these fields would change in a question that is there
 */
export function compareList(
  list: Pick<QuestionList, 'questions' | 'skipped'>,
  known: readonly KnownQuestion[],
  changesOf: (questionId: string, fields: FileFields) => FieldChanges,
): ListComparison {
  const matches = matchQuestions(list.questions, known)
  const questions = list.questions.map((read, index): ComparedQuestion => {
    const compared = comparedOf(read)
    const questionId = matches[index]
    if (questionId == null) return { ...compared, state: 'new' }
    const { changed, kept } = changesOf(questionId, compared.fields)
    return changed.length > 0
      ? { ...compared, state: 'changed', questionId, changed, kept }
      : { ...compared, state: 'unchanged', questionId, kept }
  })
  const count = (wanted: ComparedQuestion['state']): number =>
    questions.filter(({ state }) => state === wanted).length
  return {
    questions,
    newCount: count('new'),
    changedCount: count('changed'),
    unchangedCount: count('unchanged'),
    problems: list.skipped,
  }
}

function comparedOf(read: ReadQuestion): Compared {
  const { row, id = null, question, shortTitle, whyTheyAsk, exampleAnswers, outline } = read
  const { talkingPoints, pitfalls, followUps, tags, targetSeconds, language } = read
  const fields: FileFields = {
    question,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(whyTheyAsk === '' ? {} : { whyTheyAsk }),
    ...(exampleAnswers.length === 0
      ? {}
      : { exampleAnswers: exampleAnswers.map(withoutEmptyLabel) }),
    ...(talkingPoints.length === 0 ? {} : { talkingPoints }),
    ...(pitfalls.length === 0 ? {} : { pitfalls }),
    ...(followUps.length === 0 ? {} : { followUps }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(language === undefined ? {} : { language }),
    ...(targetSeconds === undefined ? {} : { target: inMs(targetSeconds) }),
  }
  return { row, fileId: id, fields, outline }
}

function withoutEmptyLabel({ label, text }: { label: string; text: string }) {
  return label === '' ? { text } : { label, text }
}

function inMs([shortest, longest]: readonly [number, number]) {
  return { shortestMs: shortest * 1000, longestMs: longest * 1000 }
}
