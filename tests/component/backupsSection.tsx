import { render, screen, within } from '@testing-library/react'
import { vi } from 'vitest'
import { BackupsSection } from '../../renderer/settings/backups/BackupsSection'
import type { Backup, RestoreChanges } from '../../shared/backup'
import { AppError, type ErrorCode } from '../../shared/errors'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge, type FakeBridge } from './fakeBridge'

/* The section "Backups" of Settings, with backups made up for tests. */

const NOON = new Date().setHours(12, 0, 0, 0)
const DAY_MS = 86_400_000

export const NOTHING: RestoreChanges = {
  questionsBack: 0,
  questionsMerged: 0,
  interviewsBack: 0,
  sessionsBack: 0,
  takesBack: 0,
  takesWithoutSound: 0,
  takesChanged: 0,
  takesMerged: 0,
  takesKept: 0,
}

type GoodBackup = Extract<Backup, { state: 'good' }>

export function good(daysAgo: number, change: Partial<GoodBackup> = {}): GoodBackup {
  return {
    state: 'good',
    name: `backup-${daysAgo}.db`,
    madeAtMs: NOON - daysAgo * DAY_MS,
    reason: 'daily',
    sizeBytes: 212_000,
    sessionCount: 12,
    takeCount: 40,
    ...change,
  }
}

export function refuse(code: ErrorCode) {
  return () => {
    throw new AppError(code)
  }
}

export function showBackups(
  backups: Backup[] | (() => Backup[]),
  changes: RestoreChanges = NOTHING,
): FakeBridge {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = vi.fn()
  const bridge = fakeBridge({
    'backups.list': typeof backups === 'function' ? backups : () => backups,
    'backups.preview': () => changes,
    'backups.restore': () => changes,
  })
  render(
    <AppFrame>
      <BackupsSection />
    </AppFrame>,
  )
  return bridge
}

export async function backupItems(): Promise<HTMLElement[]> {
  return within(await screen.findByRole('list', { name: 'Backups' })).getAllByRole('listitem')
}

/** What was announced last. */
export const announced = () => screen.getByRole('status').textContent
