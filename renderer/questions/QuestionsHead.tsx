import { Button } from '../ui/Button'
import styles from './QuestionsHead.module.css'
import type { QuestionsDialog } from './questionsDialog'

interface QuestionsHeadProps {
  /** Those of the list below, in its order; none until all of them are known. */
  readonly shownIds: readonly string[]
  readonly onOpen: (dialog: QuestionsDialog) => void
}

/** How questions come in and go out. */
export function QuestionsHead({ shownIds, onOpen }: QuestionsHeadProps) {
  return (
    <div className={styles['ways']}>
      <Button command="newQuestion" onClick={() => onOpen({ kind: 'new' })}>
        New question
      </Button>
      <Button onClick={() => onOpen({ kind: 'paste' })}>Paste questions</Button>
      <Button onClick={() => onOpen({ kind: 'import', files: null })}>Import</Button>
      <Button
        disabled={shownIds.length === 0}
        onClick={() => onOpen({ kind: 'export', questionIds: shownIds })}
      >
        Export
      </Button>
    </div>
  )
}
