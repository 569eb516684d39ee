import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { closeDatabase, openDatabase } from '../../../electron/store/database/database'
import { newId } from '../../../electron/store/database/ids'
import { startSession } from '../../../electron/store/sessions/startSession'
import { insertRecordingTake } from '../../../electron/store/takes/takes'
import { fillStore } from '../../helpers/fillStore'
import { launchApp, temporaryFolder } from '../../helpers/launch'
import { storedTakes } from '../../helpers/library'
import { runsOf } from '../count'
import { reportFigure } from '../report'

const SESSIONS = 10_000
const TAKES_EACH = 10

test('with 100,000 takes, recovery after a kill hardly delays the start @alone', async () => {
  const pairs = runsOf({ usually: 1, share: 0.05 })
  const { folder, remove } = temporaryFolder()
  const first = await launchApp({ dataFolder: folder })
  await first.page.getByRole('button', { name: 'Get started' }).click()
  await first.app.close()
  const db = openDatabase(join(folder, 'soundcheck.db'))
  fillStore(db, SESSIONS, TAKES_EACH)
  closeDatabase(db)

  await startMs(folder) // whatever is only done once is done
  const clean: number[] = []
  const calm: number[] = []
  const afterKill: number[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    clean.push(await startMs(folder))
    // After a kill the database is read as a whole, too: what is left is recovery's own.
    rmSync(join(folder, 'soundcheck.db.clean'))
    calm.push(await startMs(folder))
    leaveOpenTake(folder)
    afterKill.push(await startMs(folder))
  }
  // The fastest of each: what it costs, and not what else the machine had to do.
  const calmMs = Math.min(...calm)
  const addedMs = Math.round(Math.min(...afterKill) - calmMs)
  const values = {
    takes: SESSIONS * TAKES_EACH,
    startMs: Math.round(Math.min(...clean)),
    readingAddsMs: Math.round(calmMs - Math.min(...clean)),
    addedMs,
  }
  reportFigure('start after a kill', values, 'recovery adds under 300 ms')
  expect(storedTakes(folder).filter(({ state }) => state === 'recording')).toEqual([])
  // A time is judged only in the long run, which has the machine to itself.
  if (pairs > 1) expect(addedMs).toBeLessThan(300)
  remove()
})

/** From the start of the process to the Practice screen with its packs. */
async function startMs(folder: string): Promise<number> {
  const startedAtMs = performance.now()
  const { app, page } = await launchApp({ dataFolder: folder })
  await page
    .getByRole('button', { name: 'Start session' })
    .or(page.getByRole('button', { name: 'Resume session' }))
    .first()
    .waitFor()
  const tookMs = performance.now() - startedAtMs
  await page.waitForTimeout(1000)
  await app.close()
  return tookMs
}

/** A take as a kill leaves it. */
function leaveOpenTake(folder: string): void {
  const db = openDatabase(join(folder, 'soundcheck.db'))
  const session = startSession(db, {
    kind: 'pack',
    packId: 'backend-developer',
    startedAtMs: Date.now(),
  })
  const takeId = newId()
  insertRecordingTake(db, {
    id: takeId,
    sessionId: session.id,
    questionId: session.questions[0]!.id,
    startedAtMs: Date.now(),
    microphone: 'Fed',
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  closeDatabase(db)
  const target = join(folder, 'takes', session.id)
  mkdirSync(target, { recursive: true })
  copyFileSync(resolve('tests/fixtures/chunked.webm'), join(target, `${takeId}.part`))
  writeFileSync(join(target, `${takeId}.peaks`), new Uint8Array(500))
}
