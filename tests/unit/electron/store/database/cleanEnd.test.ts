import {
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderAt } from '../../../../../electron/disk/dataFolder'
import {
  endedCleanly,
  forgetCleanEnd,
  noteCleanEnd,
} from '../../../../../electron/store/database/cleanEnd'
import { closeDatabase, openDatabase } from '../../../../../electron/store/database/database'
import { spoilPage } from '../../../../helpers/library'
import { temporaryFolder } from '../fixture'

/** A database that was closed, with its note. */
function closedCleanly(): string {
  const file = dataFolderAt(temporaryFolder()).database
  closeDatabase(openDatabase(file))
  noteCleanEnd(file)
  return file
}

test('a database that nobody has touched since is known again, until it is forgotten', () => {
  const file = closedCleanly()
  expect(endedCleanly(file)).toBe(true)
  expect(endedCleanly(file)).toBe(true)
  forgetCleanEnd(file)
  expect(endedCleanly(file)).toBe(false)
  forgetCleanEnd(file)
})

test.each<[string, (file: string) => void]>([
  ['written to', (file) => spoilPage(file)],
  ['written to, and its size and date as before', (file) => spoilSecretly(file)],
  ['copied over from elsewhere', (file) => copyFileSync(closedCleanly(), file)],
  ['followed by a log', (file) => writeFileSync(`${file}-wal`, '')],
  ['noted in words that make no sense', (file) => writeFileSync(`${file}.clean`, '{"ino":')],
  ['noted as nothing', (file) => writeFileSync(`${file}.clean`, 'null')],
])('one that was %s is not', (_, change) => {
  const file = closedCleanly()
  change(file)
  expect(endedCleanly(file)).toBe(false)
})

function spoilSecretly(file: string): void {
  const { atime, mtime, size } = statSync(file)
  spoilPage(file)
  utimesSync(file, atime, mtime)
  expect(statSync(file)).toMatchObject({ mtime, size })
}

test('a copy of it with its note is another database', () => {
  const file = closedCleanly()
  const copy = join(temporaryFolder(), 'soundcheck.db')
  for (const ending of ['', '.clean']) copyFileSync(file + ending, copy + ending)
  expect(readFileSync(`${copy}.clean`, 'utf8')).toContain('sizeBytes')
  expect(endedCleanly(copy)).toBe(false)
})

test('with a log beside it nothing is noted', () => {
  const file = dataFolderAt(temporaryFolder()).database
  closeDatabase(openDatabase(file))
  writeFileSync(`${file}-wal`, '')
  noteCleanEnd(file)
  expect(existsSync(`${file}.clean`)).toBe(false)
})
