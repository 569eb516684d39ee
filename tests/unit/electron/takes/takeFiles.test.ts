import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { TakeFiles } from '../../../../electron/takes/takeFiles'
import { temporaryFolder } from '../store/fixture'

const SESSION = '0190a8f0-0000-7000-8000-000000000001'
const TAKE = '0190a8f0-0000-7000-8000-000000000002'
const ref = { takeId: TAKE, sessionId: SESSION }

test('paths are made of ids, in the data folder', () => {
  const files = new TakeFiles(dataFolderAt('/data'))
  expect(files.audio(ref)).toBe(join('/data', 'takes', SESSION, `${TAKE}.webm`))
  expect(files.part(ref)).toBe(join('/data', 'takes', SESSION, `${TAKE}.part`))
  expect(files.peaks(ref)).toBe(join('/data', 'takes', SESSION, `${TAKE}.peaks`))
})

test.each(['', '.', '..', '../x', '/etc/passwd', 'C:\\x', `${TAKE}/../x`, `${TAKE}\0`, 'nul'])(
  'nothing else is: %j',
  (id) => {
    const files = new TakeFiles(dataFolderAt('/data'))
    const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error
    expect(() => files.audio({ takeId: id, sessionId: SESSION })).toThrow(NOT_FOUND)
    expect(() => files.audio({ takeId: TAKE, sessionId: id })).toThrow(NOT_FOUND)
    expect(() => files.removeSession(id)).toThrow(NOT_FOUND)
  },
)

test('a take without peaks has empty ones', async () => {
  const files = new TakeFiles(dataFolderAt(temporaryFolder()))
  expect(await files.readPeaks(ref)).toHaveLength(0)
  await files.makeFolder(SESSION)
  writeFileSync(files.peaks(ref), Uint8Array.from([0x81, 0x7f]))
  expect([...(await files.readPeaks(ref))]).toEqual([0x81, 0x7f])
})

test('removing takes every file of that take, and only those', async () => {
  const files = new TakeFiles(dataFolderAt(temporaryFolder()))
  const other = { ...ref, takeId: '0190a8f0-0000-7000-8000-000000000003' }
  await files.makeFolder(SESSION)
  for (const take of [ref, other]) {
    for (const file of [
      files.audio(take),
      files.part(take),
      files.draft(take),
      files.peaks(take),
    ]) {
      writeFileSync(file, 'x')
    }
  }
  files.removeTake(ref)
  expect(existsSync(files.audio(ref)) || existsSync(files.part(ref))).toBe(false)
  expect(existsSync(files.draft(ref)) || existsSync(files.peaks(ref))).toBe(false)
  expect(existsSync(files.audio(other)) && existsSync(files.peaks(other))).toBe(true)
})

test('removing what is not there is fine', () => {
  const files = new TakeFiles(dataFolderAt(temporaryFolder()))
  files.removeTake(ref)
  files.removeSession(SESSION)
})
