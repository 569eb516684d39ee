import { lazy, Suspense } from 'react'
import type { QuestionsDialog } from './questionsDialog'

const PasteDialog = lazy(async () => ({
  default: (await import('../lists/paste/PasteDialog')).PasteDialog,
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
export function QuestionsDialogs(props: QuestionsDialogsProps) {
  return (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  )
}

function OpenDialog({ open, packId, onClose, onChanged }: QuestionsDialogsProps) {
  switch (open?.kind) {
    case 'paste':
      return (
        <PasteDialog
          packId={packId}
          onAdded={(brought) => onChanged(brought.packId)}
          onClose={onClose}
        />
      )
    case undefined:
    case 'new':
    case 'import':
    case 'export':
      return null
  }
}
