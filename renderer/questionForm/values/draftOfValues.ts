import type { Draft } from '../../../shared/questions/questionFields'
import type { FormField, FormValues } from './formValues'

type DraftValue = string | null | string[]

/** As a draft keeps it: a list is kept as one text, so that every space of it comes back. */
function toDraft(field: FormField, value: FormValues[FormField]): DraftValue {
  if (field === 'packId') return (value as string) || null
  if (isString(value)) return isList(field) ? [value] : value
  return [...value]
}

/**
 * What is to be kept of a form: only what differs from how it began, so that a question that changes
 * meanwhile is not turned back. Null when there are no words to lose.
 */
export function draftOf(values: FormValues, beginning: FormValues): Draft | null {
  const changed = changedFields(values, beginning)
  if (changed.every((field) => field === 'packId' || field === 'packTitle')) return null
  return Object.fromEntries(changed.map((field) => [field, toDraft(field, values[field])]))
}

/** The form as it was left. */
export function withDraft(beginning: FormValues, draft: Draft): FormValues {
  const found = Object.entries(draft).map(([field, value]) => [
    field,
    fromDraft(field as FormField, value ?? null),
  ])
  return { ...beginning, ...(Object.fromEntries(found) as Partial<FormValues>) }
}

function fromDraft(field: FormField, value: DraftValue): string | readonly string[] {
  if (value === null) return ''
  if (isString(value)) return value
  return field === 'exampleAnswers' ? value : value.join('\n')
}

/** The fields in which the two differ. */
export function changedFields(values: FormValues, beginning: FormValues): FormField[] {
  const fields = Object.keys(beginning) as FormField[]
  return fields.filter(
    (field) => JSON.stringify(values[field]) !== JSON.stringify(beginning[field]),
  )
}

const LISTS = ['outline', 'followUps', 'talkingPoints', 'pitfalls', 'tags'] as const

function isList(field: FormField): boolean {
  return (LISTS as readonly FormField[]).includes(field)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
