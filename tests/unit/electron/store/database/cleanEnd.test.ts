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
  forgetCleanEnd,
  lastEndOf,
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
  expect(lastEndOf(file)).toBe('clean')
  expect(lastEndOf(file)).toBe('clean')
  forgetCleanEnd(file)
  expect(lastEndOf(file)).toBe('unknown')
  forgetCleanEnd(file)
})

test.each<[string, string, (file: string) => void]>([
  ['written to', 'exchanged', (file) => spoilPage(file)],
  ['written to, and its size and date as before', 'exchanged', (file) => spoilSecretly(file)],
  ['copied over from elsewhere', 'exchanged', (file) => copyFileSync(closedCleanly(), file)],
  ['followed by a log', 'unknown', (file) => writeFileSync(`${file}-wal`, '')],
  [
    'noted in words that make no sense',
    'unknown',
    (file) => writeFileSync(`${file}.clean`, '{"ino":'),
  ],
  ['noted as nothing', 'unknown', (file) => writeFileSync(`${file}.clean`, 'null')],
])('one that was %s is not: %s', (_, found, change) => {
  const file = closedCleanly()
  change(file)
  expect(lastEndOf(file)).toBe(found)
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
  expect(lastEndOf(copy)).toBe('exchanged')
})

test('with a log beside it nothing is noted', () => {
  const file = dataFolderAt(temporaryFolder()).database
  closeDatabase(openDatabase(file))
  writeFileSync(`${file}-wal`, '')
  noteCleanEnd(file)
  expect(existsSync(`${file}.clean`)).toBe(false)
})
