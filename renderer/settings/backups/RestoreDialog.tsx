import { useCallback } from 'react'
import { request } from '../../api'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { formatMoment } from '../../lib/format'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { useAnswer } from '../../lib/useAnswer'
import { changesAnything, backupInWords, previewWords, type GoodBackup } from './backupWords'
import styles from './Backups.module.css'
import type { RestoreOutcome } from './useRestore'

interface RestoreDialogProps {
  /** Null while nothing is asked. */
  readonly backup: GoodBackup | null
  readonly outcome: RestoreOutcome
  readonly onRestore: (backup: GoodBackup) => void
  readonly onClose: () => void
}

/** What restoring a backup would change, before anything is changed. */
export function RestoreDialog({ backup, outcome, onRestore, onClose }: RestoreDialogProps) {
  return (
    <Dialog
      open={backup !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Restore this backup?"
    >
      {backup && (
        <Question
          backup={backup}
          outcome={outcome}
          onRestore={() => onRestore(backup)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}

interface QuestionProps {
  readonly backup: GoodBackup
  readonly outcome: RestoreOutcome
  readonly onRestore: () => void
  readonly onCancel: () => void
}

function Question({ backup, outcome, onRestore, onCancel }: QuestionProps) {
  const { name } = backup
  const ask = useCallback(() => request('backups.preview', { name }), [name])
  const [preview] = useAnswer(ask)
  const isUnderWay = outcome.state === 'under way'
  const isPointless = preview.state === 'ready' && !changesAnything(preview.value)
  const trouble =
    preview.state === 'failed' ? preview : outcome.state === 'refused' ? outcome : null
  const canRestore = preview.state === 'ready' && !isPointless && !isUnderWay
  return (
    <>
      <p className={styles['which']}>{formatMoment(backup.madeAtMs)}</p>
      <p className={styles['restoreAbout']}>{backupInWords(backup)}</p>
      {/* Read out when it comes: the page's own announcements are silent behind a dialog. */}
      <div
        aria-live="polite"
        className={preview.state === 'failed' ? undefined : styles['changes']}
      >
        {preview.state === 'loading' && <Loading>Comparing it with what is there now</Loading>}
        {preview.state === 'ready' && (
          <ul aria-label="What would change" className={styles['restoreList']}>
            {previewWords(preview.value).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {isUnderWay && <Loading>Restoring</Loading>}
      </div>
      {trouble && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(trouble.error)} />
        </div>
      )}
      {preview.state === 'ready' && !isPointless && (
        <p className={styles['safety']}>
          A backup of now is made first, so that this can be taken back.
        </p>
      )}
      <div className={styles['ways']}>
        <Button look="primary" disabled={!canRestore} onClick={onRestore}>
          Restore
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </>
  )
}
