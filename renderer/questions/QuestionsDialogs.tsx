import { lazy, Suspense, useState } from 'react'
import type { QuestionsDialog } from './questionsDialog'

const ExportDialog = lazy(async () => ({
  default: (await import('../lists/export/ExportDialog')).ExportDialog,
}))
const ImportDialog = lazy(async () => ({
  default: (await import('../lists/import/ImportDialog')).ImportDialog,
}))
const PasteDialog = lazy(async () => ({
  default: (await import('../lists/paste/PasteDialog')).PasteDialog,
}))
const QuestionFormDialog = lazy(async () => ({
  default: (await import('../questionForm/QuestionFormDialog')).QuestionFormDialog,
}))

interface QuestionsDialogsProps {
  readonly open: QuestionsDialog | null
  /** The pack that is looked at: new questions go there, where it is one of one's own. */
  readonly packId: string | null
  readonly onClose: () => void
  /** Some were added or changed, in this pack. */
  readonly onChanged: (packId: string) => void
}

/** The dialogs that are opened from the list of questions; each is loaded when it is opened. */
export function QuestionsDialogs({ open, onClose, ...props }: QuestionsDialogsProps) {
  const [isTakenBack, setIsTakenBack] = useState(false)
  return (
    <Suspense>
      <OpenDialog
        {...props}
        open={open ?? (isTakenBack ? { kind: 'new' } : null)}
        onClose={() => {
          setIsTakenBack(false)
          onClose()
        }}
        onTakenBack={() => setIsTakenBack(true)}
      />
    </Suspense>
  )
}

interface OpenDialogProps extends QuestionsDialogsProps {
  /** The form of a new question was thrown away, and is wanted after all. */
  readonly onTakenBack: () => void
}

function OpenDialog({ open, packId, onClose, onChanged, onTakenBack }: OpenDialogProps) {
  switch (open?.kind) {
    case 'new':
      return (
        <QuestionFormDialog
          questionId={null}
          packId={packId}
          onClose={onClose}
          onSaved={(saved) => onChanged(saved.packId)}
          onTakenBack={onTakenBack}
        />
      )
    case 'paste':
      return (
        <PasteDialog
          packId={packId}
          onAdded={(brought) => onChanged(brought.packId)}
          onClose={onClose}
        />
      )
    case 'import':
      return (
        <ImportDialog
          files={open.files}
          onImported={(brought) => onChanged(brought.packId)}
          onClose={onClose}
        />
      )
    case 'export':
      return <ExportDialog questionIds={open.questionIds} onClose={onClose} />
    case undefined:
      return null
  }
}
