import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { diskHandlers } from '../../../../electron/ipc/handlers/disk'
import { freeBytes } from '../../../../electron/disk/durableFiles'
import { recordableMs } from '../../../../electron/disk/recordableTime'
import { temporaryFolder } from '../store/fixture'
import { RECORDING, RECORDING_MS } from '../takes/fixture'

const MEGABYTE = 1024 * 1024

test('a nearly full disk takes nothing more, and there is never less than nothing', () => {
  expect(recordableMs(4 * MEGABYTE)).toBe(0)
  expect(recordableMs(0)).toBe(0)
})

test('a gigabyte is enough for about sixteen hours, twice over while they are finished', () => {
  const hours = recordableMs(1024 * MEGABYTE) / 3_600_000
  expect(hours).toBeGreaterThan(15)
  expect(hours).toBeLessThan(18)
})

test('what it promises fits: a real recording takes no more than it counts on', () => {
  const bytes = 2 * statSync(RECORDING).size
  const promisedMs = recordableMs(4 * MEGABYTE + bytes)
  expect(promisedMs).toBeLessThan(RECORDING_MS)
})

test('the page is told of the disk that the data folder is on', async () => {
  const dataFolder = dataFolderAt(temporaryFolder())
  const { recordableMs: toldMs } = await diskHandlers({ dataFolder })['disk.room'](undefined)
  const nowMs = recordableMs(await freeBytes(dataFolder.path))
  expect(Math.abs(toldMs - nowMs)).toBeLessThanOrEqual(nowMs * 0.1 + 60_000)
})
