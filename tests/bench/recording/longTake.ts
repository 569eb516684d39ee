import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SessionPage } from '../../e2e/pages/session'
import type { QuickEncoder } from './quickEncoder'

export const QUARTERS_IN_A_MINUTE = 240
/** Three minutes in one piece: below what the contract takes at most. */
export const LARGE_PIECE = 480

const WRITTEN_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 10

/** Begins a take whose sound comes from the quick encoder. */
export async function beginQuick(session: SessionPage, encoder: QuickEncoder): Promise<void> {
  encoder.begin()
  await session.begin()
  await session.page.waitForFunction(() => Reflect.get(globalThis, 'quickEncoder'))
}

/** Waits until the open take's file is so long: everything that was given away is on the disk. */
export async function untilWritten(dataFolder: string, bytes: number): Promise<void> {
  const until = Date.now() + WRITTEN_WITHIN_MS
  while (openTakeBytes(dataFolder) < bytes) {
    if (Date.now() > until)
      throw new Error(`Only ${String(openTakeBytes(dataFolder))} were written`)
    await pause(LOOK_EVERY_MS)
  }
}

function openTakeBytes(dataFolder: string): number {
  const takes = join(dataFolder, 'takes')
  if (!existsSync(takes)) return 0
  const open = readdirSync(takes, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.part'),
  )
  return Math.max(0, ...open.map((name) => sizeOf(join(takes, name))))
}

/** It may have got its final name in this moment. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
