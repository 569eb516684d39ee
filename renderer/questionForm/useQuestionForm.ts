import { useEffect, useState } from 'react'
import { request } from '../api'
import { systemLanguage } from '../lists/target/languages'
import { useSettings } from '../settings/SettingsContext'
import { saveBeforeClosing } from '../app/saveBeforeClosing'
import { useAnnounce } from '../ui/Announcer'
import { useReport, useUndo } from '../ui/Undo'
import { DraftKeeper } from './draftKeeper'
import { createQuestion, updateQuestion, type SavedQuestion } from './saveQuestion'
import type { FormBeginning } from './useFormBeginning'
import { draftOf } from './values/draftOfValues'
import type { FormField, FormValues } from './values/formValues'
import { type Problems, readForm } from './values/readForm'

interface QuestionFormUse {
  readonly questionId: string | null
  readonly beginning: FormBeginning
  readonly onSaved?: (saved: SavedQuestion) => void
  /** What was thrown away is there again, as a draft. */
  readonly onTakenBack: () => void
}

export interface QuestionFormState {
  readonly isOpen: boolean
  readonly values: FormValues
  readonly problems: Problems
  /** How often it was not saved for the sake of its problems. */
  readonly refusals: number
  readonly set: <Field extends FormField>(field: Field, value: FormValues[Field]) => void
  /** What main could not do; null: nothing. */
  readonly failure: unknown
  readonly save: () => Promise<void>
  readonly throwAway: () => void
  /** Has what is still waiting kept: the form is closed. */
  readonly keep: () => void
}

/** A form whose words are on the disk while they are written, saved or not. */
export function useQuestionForm(use: QuestionFormUse): QuestionFormState {
  const { questionId, beginning, onSaved, onTakenBack } = use
  const { labels } = beginning
  const [kept, setKept] = useState(beginning.kept)
  const announce = useAnnounce()
  const report = useReport()
  const offerUndo = useUndo()
  const { settings } = useSettings()
  const languageOfNewPack = settings.listLanguage ?? systemLanguage()
  const [values, setValues] = useState(beginning.values)
  const [problems, setProblems] = useState<Problems>({})
  const [refusals, setRefusals] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [isOpen, setIsOpen] = useState(true)
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        {
          keep: (draft) => request('drafts.keep', { questionId, draft }),
          discard: () => request('drafts.discard', { questionId }),
          onFailure: setFailure,
        },
        beginning.isDraft,
      ),
  )

  // Going elsewhere and closing the window keep it too.
  useEffect(() => {
    const forget = saveBeforeClosing(() => keeper.flushIfNeeded())
    return () => {
      forget()
      void keeper.flush()
    }
  }, [keeper])

  const set: QuestionFormState['set'] = (field, value) => {
    if (isSaving) return
    const next = { ...values, [field]: value }
    setValues(next)
    setProblems(({ [field]: _mended, ...others }) => others)
    keeper.change(draftOf(next, kept))
  }

  const save = async () => {
    if (isSaving) return
    const read = readForm(values, labels)
    if (!read.ok) {
      setProblems(read.problems)
      setRefusals(refusals + 1)
      return
    }
    setIsSaving(true)
    await keeper.flush()
    const saving = { read, values, language: values.language || languageOfNewPack }
    const onWordsKept = () => {
      // Main has used up the draft of them. What is left to save, or to throw away, is the place.
      keeper.forget()
      setKept({ ...values, packId: kept.packId, packTitle: kept.packTitle })
    }
    try {
      const saved = await (questionId === null
        ? createQuestion(saving)
        : updateQuestion(questionId, { ...saving, kept, onWordsKept }))
      keeper.forget()
      announce('Question saved')
      onSaved?.(saved)
      setIsOpen(false)
    } catch (error) {
      setFailure(error)
      setIsSaving(false)
    }
  }

  const throwAway = () => {
    const draft = draftOf(values, kept)
    setIsOpen(false)
    keeper.discard().then(() => {
      if (!draft) return
      offerUndo({
        done: questionId === null ? 'Question thrown away' : 'Changes thrown away',
        undo: async () => {
          // What somebody has written in the form since then is not thrown away for it.
          const newer = await request('drafts.read', { questionId })
          if (newer === null) await request('drafts.keep', { questionId, draft })
          onTakenBack()
        },
      })
    }, report)
  }

  const keep = () => void keeper.flush()
  return { isOpen, values, problems, refusals, set, failure, save, throwAway, keep }
}
