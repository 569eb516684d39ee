import { lazy, Suspense } from 'react'
import type { Interview } from '../../shared/interviews/interview'
import type { Day } from '../../shared/practice/day'
import type { Interviews } from './useInterviews'

/** Nobody opens them at the start. */
const InterviewDialog = lazy(async () => {
  const { InterviewDialog: dialog } = await import('./dialog/InterviewDialog')
  return { default: dialog }
})
const CalendarDialog = lazy(async () => {
  const { CalendarDialog: dialog } = await import('./calendar/CalendarDialog')
  return { default: dialog }
})
const TellDialog = lazy(async () => {
  const { TellDialog: dialog } = await import('./after/TellDialog')
  return { default: dialog }
})

/** The one dialog that is open, and the interview that it is about. */
export type OpenDialog =
  /** Null: a new one. */
  | { kind: 'interview'; interview: Interview | null }
  | { kind: 'calendar'; interview: Interview }
  | { kind: 'tell'; interview: Interview }

interface InterviewDialogsProps {
  readonly dialog: OpenDialog
  readonly today: Day
  readonly interviews: Interviews
  readonly onClose: () => void
}

export function InterviewDialogs({ dialog, today, interviews, onClose }: InterviewDialogsProps) {
  const { keep, save, remove } = interviews
  return (
    <Suspense>
      {dialog.kind === 'interview' && (
        <InterviewDialog
          {...dialog}
          today={today}
          onSave={save}
          onRemove={remove}
          onClose={onClose}
        />
      )}
      {dialog.kind === 'calendar' && (
        <CalendarDialog {...dialog} today={today} onSaved={keep} onClose={onClose} />
      )}
      {dialog.kind === 'tell' && <TellDialog {...dialog} onTold={keep} onClose={onClose} />}
    </Suspense>
  )
}
