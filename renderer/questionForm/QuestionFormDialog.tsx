import { useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { QuestionForm } from './QuestionForm'
import type { SavedQuestion } from './saveQuestion'
import { useFormBeginning } from './useFormBeginning'

export interface QuestionFormDialogProps {
  /** Null: a new one. */
  readonly questionId: string | null
  /** Where a new one goes, as long as nobody chooses otherwise. */
  readonly packId?: string | null
  readonly onClose: () => void
  readonly onSaved?: (saved: SavedQuestion) => void
  /** What was thrown away by "Cancel" is wanted after all: open this again. */
  readonly onTakenBack: () => void
}

/** The form of a question, open as long as it is mounted. */
export function QuestionFormDialog({ packId = null, ...use }: QuestionFormDialogProps) {
  // Whoever opened it may look at another pack once it is saved.
  const [openedInPackId] = useState(packId)
  const [beginning, askAgain] = useFormBeginning(use.questionId, openedInPackId)
  switch (beginning.state) {
    // A moment: an empty dialog would only flicker.
    case 'loading':
      return null
    case 'failed':
      return (
        <Dialog
          open
          onOpenChange={use.onClose}
          title={use.questionId === null ? 'New question' : 'Edit question'}
        >
          <Trouble {...troubleOf(beginning.error)}>
            <Button onClick={askAgain}>Try again</Button>
          </Trouble>
        </Dialog>
      )
    case 'ready':
      return <QuestionForm {...use} beginning={beginning.value} />
  }
}
