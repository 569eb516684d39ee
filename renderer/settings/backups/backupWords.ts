import type { Backup, BackupReason, RestoreChanges } from '../../../shared/backup'
import { count, formatMoment, formatMomentInside, formatSize } from '../../lib/format'

/* What the screen says of backups. */

export type GoodBackup = Extract<Backup, { state: 'good' }>

const REASONS: Record<BackupReason, string> = {
  daily: 'Daily',
  'by-hand': 'By hand',
  'before-update': 'Before an update',
  'before-restore': 'Before a restore',
}

/** "Daily · 12 sessions, 40 takes · 212 KB" */
export function backupInWords(backup: Backup): string {
  const size = formatSize(backup.sizeBytes)
  return [REASONS[backup.reason], contentWords(backup), size].join(' · ')
}

function contentWords(backup: Backup): string {
  switch (backup.state) {
    case 'good':
      return `${count(backup.sessionCount, 'session')}, ${count(backup.takeCount, 'take')}`
    case 'damaged':
      return 'Damaged, cannot be restored'
    case 'newer':
      return 'Made by a newer Soundcheck, cannot be restored here'
  }
}

/** The name of its button: two backups of one minute differ in their reason. */
export function restoreLabel(backup: GoodBackup): string {
  return `Restore backup from ${formatMoment(backup.madeAtMs)}, ${REASONS[backup.reason].toLowerCase()}`
}

/** Whether a restore is worth it: what is not in the backup stays as it is anyway. */
export function changesAnything(changes: RestoreChanges): boolean {
  const { takesWithoutSound: _gone, takesKept: _kept, ...others } = changes
  return Object.values(others).some((amount) => amount > 0)
}

/** A sentence for each thing that a restore will do. */
export function previewWords(changes: RestoreChanges): string[] {
  const { questionsBack, questionsMerged, interviewsBack, sessionsBack, takesBack } = changes
  const { takesWithoutSound, takesChanged, takesMerged, takesKept } = changes
  const said: string[] = []
  if (!changesAnything(changes)) said.push('Nothing would change.')
  if (questionsBack > 0) said.push(`${comes(questionsBack, 'question')} back.`)
  if (questionsMerged > 0)
    said.push(
      `Of ${count(questionsMerged, 'question')} both versions are kept, one below the other.`,
    )
  if (interviewsBack > 0) said.push(`${comes(interviewsBack, 'interview')} back.`)
  if (sessionsBack > 0) said.push(`${comes(sessionsBack, 'session')} back.`)
  if (takesBack > 0) said.push(`${comes(takesBack, 'take')} back, sound and all.`)
  if (takesChanged > 0)
    said.push(
      `Notes, rating or best mark of ${count(takesChanged, 'take')} go back to what they were.`,
    )
  if (takesWithoutSound === 1) said.push('1 take stays away, because its sound is gone.')
  if (takesWithoutSound > 1)
    said.push(`${takesWithoutSound} takes stay away, because their sound is gone.`)
  if (takesMerged > 0)
    said.push(
      `This backup is from another library: of ${count(takesMerged, 'take')} both notes are kept.`,
    )
  if (takesKept === 1) said.push('1 take is not in this backup and stays as it is.')
  if (takesKept > 1) said.push(`${takesKept} takes are not in this backup and stay as they are.`)
  return said
}

function comes(amount: number, one: string): string {
  return `${count(amount, one)} ${amount === 1 ? 'comes' : 'come'}`
}

/** The same afterwards, as one text. */
export function resultWords(backup: GoodBackup, changes: RestoreChanges): string {
  const { questionsBack, questionsMerged, interviewsBack, sessionsBack, takesBack } = changes
  const { takesWithoutSound, takesChanged, takesMerged, takesKept } = changes
  const said = [`The backup from ${formatMomentInside(backup.madeAtMs)} was restored.`]
  if (!changesAnything(changes)) said.push('Nothing changed.')
  if (questionsBack > 0) said.push(`${count(questionsBack, 'question')} came back.`)
  if (questionsMerged > 0)
    said.push(`Both versions of ${count(questionsMerged, 'question')} were kept.`)
  if (interviewsBack > 0) said.push(`${count(interviewsBack, 'interview')} came back.`)
  if (sessionsBack > 0) said.push(`${count(sessionsBack, 'session')} came back.`)
  if (takesBack > 0) said.push(`${count(takesBack, 'take')} came back.`)
  if (takesChanged > 0)
    said.push(`Notes, rating or best mark of ${count(takesChanged, 'take')} went back.`)
  if (takesWithoutSound > 0)
    said.push(`${count(takesWithoutSound, 'take')} stayed away without sound.`)
  if (takesMerged > 0) said.push(`Both notes of ${count(takesMerged, 'take')} were kept.`)
  if (takesKept > 0) said.push(`${count(takesKept, 'other take')} stayed.`)
  return said.join(' ')
}
