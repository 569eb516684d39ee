import type { QuestionsDialog } from './questionsDialog'

interface QuestionsDialogsProps {
  readonly open: QuestionsDialog | null
  /** The pack that is looked at: new questions go there, where it is one of one's own. */
  readonly packId: string | null
  readonly onClose: () => void
  /** Some were added or changed. */
  readonly onChanged: () => void
}

/** The dialogs that are opened from the list of questions; each is loaded when it is opened. */
export function QuestionsDialogs({ open }: QuestionsDialogsProps) {
  switch (open?.kind) {
    case undefined:
    case 'new':
    case 'paste':
    case 'import':
    case 'export':
      return null
  }
}
