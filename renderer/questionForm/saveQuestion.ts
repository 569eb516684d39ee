import type { PackTarget, QuestionChanges } from '../../shared/questions/questionFields'
import { tidyText } from '../../shared/questionLists/tidyText'
import { request } from '../api'
import { changedFields } from './values/draftOfValues'
import type { FormField, FormValues } from './values/formValues'
import type { FormRead } from './values/readForm'

export interface SavedQuestion {
  readonly questionId: string
  readonly packId: string
}

interface Saving {
  readonly read: Extract<FormRead, { ok: true }>
  readonly values: FormValues
  /** Of a pack that is made for the question. */
  readonly language: string
}

export function createQuestion({ read, values, language }: Saving): Promise<SavedQuestion> {
  return request('questions.create', {
    into: targetOf(values, language),
    fields: { ...read.fields, outline: [] },
    outline: read.outline,
  })
}

interface Updating extends Saving {
  readonly kept: FormValues
  /** Its words are on the disk, whatever becomes of its place. */
  readonly onWordsKept: () => void
}

/** Sends only what was changed here: the rest may have become something else meanwhile. */
export async function updateQuestion(
  questionId: string,
  { read, values, kept, language, onWordsKept }: Updating,
): Promise<SavedQuestion> {
  const changed = changedFields(values, kept)
  await request('questions.update', {
    questionId,
    fields: changesOf(read.fields, changed),
    ...(changed.includes('outline') && { outline: read.outline }),
  })
  onWordsKept()
  if (!changed.includes('packId')) return { questionId, packId: values.packId }
  const into = targetOf(values, language)
  const { packId } = await request('questions.move', {
    questionIds: [questionId],
    into,
    beforeQuestionId: null,
  })
  return { questionId, packId }
}

function targetOf({ packId, packTitle }: FormValues, language: string): PackTarget {
  return packId === '' ? { title: tidyText(packTitle), language } : { packId }
}

function changesOf(
  fields: Extract<FormRead, { ok: true }>['fields'],
  changed: readonly FormField[],
): QuestionChanges {
  const has = (field: string) =>
    field === 'target'
      ? changed.includes('shortest') || changed.includes('longest')
      : (changed as readonly string[]).includes(field)
  return Object.fromEntries(Object.entries(fields).filter(([field]) => has(field)))
}
