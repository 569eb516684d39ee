import { cpSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readableMs } from '../../../electron/sound/remux'
import type { ErrorCode } from '../../../shared/errors'
import { ask as attempt } from '../../helpers/ask'
import { launchApp, temporaryFolder } from '../../helpers/launch'
import { storedTakes } from '../../helpers/library'
import { SessionPage } from '../../e2e/pages/session'
import { runsOf } from '../count'
import { appendFed, RECORDING } from './feed'
import { SmallDisk, whyNoSmallDisk } from './fullDisk'
import { makeLibrary, withApp } from './library'
import { reportFigure } from '../report'

const CHUNK_BYTES = 4000
/** Where a take no longer fits is within this much; the points are spread over it. */
const SPAN_BYTES = 400 * 1024
/** A packet that was cut is not counted. */
const PACKET_MS = 60

/** What main has said yes to, and what it said no with. */
interface Promised {
  recorded: { takeId: string; atLeastMs: number } | null
  notes: { takeId: string; notes: string } | null
  deleted: string | null
  refusals: (ErrorCode | 'untyped')[]
}

test.skip(whyNoSmallDisk() !== null, whyNoSmallDisk() ?? '')

test('on a disk that gets full nothing acknowledged is lost, and deleting still works', async () => {
  const points = runsOf({ usually: 5, share: 0.1 })
  const { folder, remove } = temporaryFolder()
  const library = await makeLibrary(folder)
  let deletes = 0
  const lost: string[] = []
  const refusals: string[] = []
  for (let point = 0; point < points; point += 1) {
    const leftBytes = Math.round((point * SPAN_BYTES) / points)
    await test.step(`${String(leftBytes)} bytes left`, async () => {
      const disk = new SmallDisk({ megabytes: 64 })
      try {
        cpSync(library.folder, disk.folder, { recursive: true, verbatimSymlinks: true })
        const promised = await withApp(disk.folder, async ({ page }) => {
          await expect.poll(() => reserveIsThere(disk.folder)).toBe(true)
          disk.fillUpTo(leftBytes)
          return useUp(page, library.takes[0]!.id)
        })
        if (promised.deleted) deletes += 1
        refusals.push(...promised.refusals)
        disk.empty()
        await withApp(disk.folder, ({ page }) => page.getByText('Practice').first().waitFor())
        lost.push(
          ...missing(
            disk.folder,
            promised,
            library.takes.map(({ id }) => id),
          ),
        )
      } finally {
        disk.remove()
      }
    })
  }
  const untyped = refusals.filter((code) => code !== 'DISK_FULL').length
  reportFigure(
    'disk full',
    { points, lost: lost.length, deletes, refusals: refusals.length, untyped },
    'nothing acknowledged lost, deleting works',
  )
  expect(lost).toEqual([])
  expect(deletes).toBe(points)
  expect(untyped).toBe(0)
  remove()
})

test('a recording that fills the disk stops, says so, and keeps what was said', async () => {
  const disk = new SmallDisk({ megabytes: 64 })
  const { app, page } = await launchApp({ dataFolder: disk.folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(1500)
  disk.fillUpTo(8 * 1024)
  await expect(page.getByRole('alert')).toContainText('The disk is full')
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Play answer' })).toBeEnabled()
  const keptMs = storedTakes(disk.folder)[0]!.duration_ms!
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(0)
  await app.close()
  disk.remove()
  reportFigure('disk full while recording', { keptMs: Math.round(keptMs) }, 'take kept, said so')
  expect(keptMs).toBeGreaterThan(1000)
})

/** Records until there is no room, changes something, and deletes something. */
async function useUp(page: Page, oldTakeId: string): Promise<Promised> {
  const promised: Promised = { recorded: null, notes: null, deleted: null, refusals: [] }
  const tried = async (name: string, input: unknown): Promise<unknown> => {
    const reply = await attempt(page, name, input)
    if (!reply.ok) promised.refusals.push(reply.error.code)
    return reply.ok ? (reply.value ?? true) : null
  }
  const sessions = (await tried('sessions.list', { query: '', before: null, limit: 9 })) as {
    sessions: { id: string }[]
  }
  const sessionId = sessions.sessions[0]!.id
  const session = (await tried('sessions.open', { sessionId })) as { questions: { id: string }[] }
  const begun = (await tried('takes.begin', {
    sessionId,
    questionId: session.questions[0]!.id,
    microphone: 'Fed',
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })) as { id: string } | null
  if (begun) {
    const storedBytes = await appendUntilFull(page, begun.id, promised)
    const finished = await tried('takes.finish', { takeId: begun.id })
    const atLeastMs = (await msOf(RECORDING.subarray(0, storedBytes))) - PACKET_MS
    // Without a finish the next start does it; chunks that were acknowledged are there either way.
    if (finished || atLeastMs > 0) promised.recorded = { takeId: begun.id, atLeastMs }
  }
  const notes = { takeId: oldTakeId, notes: 'Written on a full disk' }
  if (await tried('takes.annotate', notes)) promised.notes = notes
  const other = storedId(session, oldTakeId)
  if (other && (await tried('takes.delete', { takeId: other }))) promised.deleted = other
  return promised
}

function storedId(session: unknown, not: string): string | null {
  const { questions } = session as { questions: { takes: { id: string }[] }[] }
  const ids = questions.flatMap(({ takes }) => takes.map(({ id }) => id))
  return ids.find((id) => id !== not) ?? null
}

/** @returns how many bytes main has said yes to */
async function appendUntilFull(page: Page, takeId: string, promised: Promised): Promise<number> {
  let at = 0
  for (let sequence = 0; at < RECORDING.length; sequence += 1) {
    const bytes = RECORDING.subarray(at, at + CHUNK_BYTES)
    const reply = await appendFed(page, { takeId, sequence, bytes })
    if (!reply.ok) {
      promised.refusals.push(reply.error.code)
      return at
    }
    at += bytes.length
  }
  return at
}

async function msOf(bytes: Uint8Array): Promise<number> {
  const { folder, remove } = temporaryFolder()
  const file = join(folder, 'part')
  writeFileSync(file, bytes)
  const durationMs = await readableMs(file)
  remove()
  return durationMs
}

/** What was promised and is not there after the next start. */
function missing(folder: string, promised: Promised, takeIds: readonly string[]): string[] {
  const takes = new Map(storedTakes(folder).map((take) => [take.id, take]))
  const lost: string[] = []
  const { recorded, notes, deleted } = promised
  if (recorded && !((takes.get(recorded.takeId)?.duration_ms ?? 0) >= recorded.atLeastMs)) {
    lost.push(`recorded ${String(recorded.atLeastMs)} ms`)
  }
  if (notes && takes.get(notes.takeId)?.notes !== notes.notes) lost.push('notes')
  if (deleted && takes.has(deleted)) lost.push('deletion')
  const old = takeIds.filter((id) => id !== deleted && !takes.has(id))
  return [...lost, ...old]
}

function reserveIsThere(folder: string): boolean {
  return statSync(join(folder, 'reserve'), { throwIfNoEntry: false }) !== undefined
}
