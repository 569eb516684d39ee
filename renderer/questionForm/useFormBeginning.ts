import { useCallback } from 'react'
import type { PackSummary } from '../../shared/model'
import { tidyText } from '../../shared/questionLists/tidyText'
import { request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'
import { withDraft } from './values/draftOfValues'
import { emptyValues, type FormValues, valuesOf } from './values/formValues'

/** What a form begins with. */
export interface FormBeginning {
  /** Those that a question can go into. */
  readonly packs: readonly PackSummary[]
  /** As the question is kept, or an empty form. */
  readonly kept: FormValues
  /** The same with what was written before and not saved. */
  readonly values: FormValues
  /** Something was written before, and not saved. */
  readonly isDraft: boolean
  /** Who speaks in each of the examples that are kept. */
  readonly labels: readonly string[]
}

/** The form stays, whatever changes behind it. */
const STAYS = { onRefreshFailed: () => {} }

/** @param questionId null: a new one, for the pack if there is one */
export function useFormBeginning(
  questionId: string | null,
  packId: string | null,
): readonly [Answer<FormBeginning>, askAgain: () => void] {
  const ask = useCallback(() => beginningOf(questionId, packId), [questionId, packId])
  const [answer, askAgain] = useAnswer(ask, STAYS)
  return [answer, askAgain]
}

async function beginningOf(
  questionId: string | null,
  packId: string | null,
): Promise<FormBeginning> {
  const [all, card, draft] = await Promise.all([
    request('packs.list'),
    questionId === null ? null : request('questions.read', { questionId }),
    request('drafts.read', { questionId }),
  ])
  const packs = all.filter(({ kind }) => kind !== 'built-in')
  const kept = card ? valuesOf(card, packs) : emptyValues(packs, packId)
  return {
    packs,
    kept,
    values: draft ? withPackThatIsThere(withDraft(kept, draft), kept, packs) : kept,
    isDraft: draft !== null,
    labels: card?.question.exampleAnswers.map(({ label }) => label) ?? [],
  }
}

/** The pack may have been deleted since; or the new one that is wanted has been made meanwhile. */
function withPackThatIsThere(
  values: FormValues,
  kept: FormValues,
  packs: readonly PackSummary[],
): FormValues {
  if (values.packId === '') {
    const made = packs.find(({ title }) => title === tidyText(values.packTitle))
    return made ? { ...values, packId: made.id } : values
  }
  const isThere = packs.some(({ id }) => id === values.packId)
  return isThere ? values : { ...values, packId: kept.packId }
}
