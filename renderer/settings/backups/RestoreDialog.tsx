import { useCallback, useState } from 'react'
import type { RestoreChanges } from '../../../shared/backup'
import { request } from '../../api'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { formatMoment } from '../../lib/format'
import { Loading } from '../../ui/Loading'
import { troubleOf } from '../../ui/troubleWords'
import { useAnswer, type Answer } from '../../lib/useAnswer'
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

/** What restoring a backup would change, before anything is changed; or why it cannot be restored. */
export function RestoreDialog({ backup, outcome, onRestore, onClose }: RestoreDialogProps) {
  const name = backup?.name
  const ask = useCallback(
    async () => (name === undefined ? null : await request('backups.preview', { name })),
    [name],
  )
  const [preview] = useAnswer(ask)
  const question = questionOf(preview, outcome)
  const restore = (
    <Button
      look="primary"
      disabled={question.state !== 'open'}
      onClick={() => backup && onRestore(backup)}
    >
      Restore
    </Button>
  )
  // What is under way goes on: that is not cancelled by closing.
  const canCancel = question.state === 'looking' || question.state === 'open'
  const close = <Button onClick={onClose}>{canCancel ? 'Cancel' : 'Close'}</Button>
  const hasAnswer = question.state !== 'refused' && question.state !== 'pointless'
  return (
    <Dialog
      open={backup !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={titleOf(question)}
      buttons={hasAnswer ? { main: restore, other: close } : { main: close }}
    >
      {backup && (
        <>
          <p className={styles['which']}>{formatMoment(backup.madeAtMs)}</p>
          <p className={styles['restoreAbout']}>{backupInWords(backup)}</p>
          {question.state === 'refused' ? (
            <Refusal error={question.error} />
          ) : (
            <Changes question={question} />
          )}
        </>
      )}
    </Dialog>
  )
}

/** How it stands with the question whether to restore. */
type RestoreQuestion =
  | { readonly state: 'looking' }
  | { readonly state: 'open' | 'pointless' | 'under way'; readonly changes: RestoreChanges }
  | { readonly state: 'refused'; readonly error: unknown }

function questionOf(
  preview: Answer<RestoreChanges | null>,
  outcome: RestoreOutcome,
): RestoreQuestion {
  if (preview.state === 'failed') return { state: 'refused', error: preview.error }
  if (outcome.state === 'refused') return { state: 'refused', error: outcome.error }
  if (preview.state === 'loading' || preview.value === null) return { state: 'looking' }
  const changes = preview.value
  if (outcome.state === 'under way') return { state: 'under way', changes }
  return { state: changesAnything(changes) ? 'open' : 'pointless', changes }
}

function titleOf(question: RestoreQuestion): string {
  if (question.state === 'pointless') return 'Nothing to restore'
  if (question.state !== 'refused') return 'Restore this backup?'
  return troubleOf(question.error).words.happened.replace(/\.$/, '')
}

/** Read out when it comes: the page's own announcements are silent behind a dialog. */
function Changes({
  question,
}: {
  readonly question: Exclude<RestoreQuestion, { error: unknown }>
}) {
  return (
    <>
      <div
        aria-live="polite"
        className={question.state === 'pointless' ? styles['nothing'] : styles['changes']}
      >
        {question.state === 'looking' ? (
          <Loading>Comparing it with what is there now</Loading>
        ) : (
          <ul aria-label="What would change" className={styles['restoreList']}>
            {previewWords(question.changes).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {question.state === 'under way' && <Loading>Restoring</Loading>}
      </div>
      {(question.state === 'open' || question.state === 'under way') && (
        <p className={styles['safety']}>
          A backup of now is made first, so that this can be taken back.
        </p>
      )}
    </>
  )
}

/** What happened is the dialog's title by now, and is read out with the rest. */
function Refusal({ error }: { readonly error: unknown }) {
  const { words, code } = troubleOf(error)
  const [showsCode, setShowsCode] = useState(false)
  return (
    <div role="alert" className={styles['refused']}>
      <p>
        <span className="visually-hidden">{words.happened} </span>
        {words.kept} {words.next}
      </p>
      <Disclosure words="Details" isOpen={showsCode} onToggle={setShowsCode}>
        {code}
      </Disclosure>
    </div>
  )
}
