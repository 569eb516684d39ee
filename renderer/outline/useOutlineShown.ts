import { useState } from 'react'
import type { Settings } from '../../shared/model'
import { useSettings } from '../settings/SettingsContext'
import { useReport } from '../ui/Undo'
import type { QuestionOutline } from './useQuestionOutline'

export interface OutlineShown {
  readonly isShown: boolean
  /** It has a place on the page, also while it is out of sight because one speaks. */
  readonly isPlaced: boolean
  /** Its lines are being written, after a take too. */
  readonly isEdited: boolean
  readonly edit: (isEdited: boolean) => void
  /** Shows or hides it; null: there is nothing that could be shown. */
  readonly toggle: (() => void) | null
}

interface OutlineMoment {
  readonly questionId: string
  /** Null: there is none to be had. */
  readonly outline: QuestionOutline | null | undefined
  /** Somebody speaks. */
  readonly isRunning: boolean
  readonly hasTake: boolean
}

/**
 * Whether the outline is in sight. That is remembered twice: for while one speaks, when it is
 * hidden at first, and for all other times. One without a line is shown before the first take only,
 * or when it is asked for: after a take its room belongs to the example.
 */
export function useOutlineShown(moment: OutlineMoment): OutlineShown {
  const { questionId, outline, isRunning, hasTake } = moment
  const { settings, change } = useSettings()
  const report = useReport()
  const [editedId, setEditedId] = useState<string | null>(null)
  const remember = (shown: Partial<Settings>) => void change(shown).catch(report)
  const edit = (isEdited: boolean) => setEditedId(isEdited ? questionId : null)

  // Of a question that was deleted there is nothing to show or to hide.
  const isAbsent = outline === null
  const isEmpty = outline?.lines.length === 0
  const isEdited = editedId === questionId
  const isPlaced = !isAbsent && (isEdited || (settings.showsOutline && !(hasTake && isEmpty)))
  if (isRunning) {
    const isShown = settings.showsOutlineWhileSpeaking && !isEmpty && !isAbsent
    return {
      isShown,
      isPlaced,
      isEdited,
      edit,
      toggle: isEmpty || isAbsent ? null : () => remember({ showsOutlineWhileSpeaking: !isShown }),
    }
  }
  const toggle = () => {
    if (hasTake && isEmpty) edit(!isPlaced)
    else {
      if (isPlaced) edit(false)
      remember({ showsOutline: !isPlaced })
    }
  }
  return { isShown: isPlaced, isPlaced, isEdited, edit, toggle: isAbsent ? null : toggle }
}
