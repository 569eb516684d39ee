import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/setup/places.mjs'

/** A folder says one thing; what does not fit on a screen is two. */
const MOST_FILES = 16
const MOST_LINES = 250

const folders = ['electron', 'renderer', 'shared', 'scripts'].flatMap((name) => [
  name,
  ...readdirSync(join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
])
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))

test('no room is crowded', () => {
  expect(folders.length).toBeGreaterThan(40)
  expect(folders.filter((folder) => filesIn(folder).length > MOST_FILES)).toEqual([])
})

test('no file is longer than a reader has patience', () => {
  const files = folders.flatMap(filesIn).filter((file) => /\.(?:ts|tsx|mjs|css)$/.test(file))
  const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1
  expect(files.filter((file) => linesOf(file) > MOST_LINES)).toEqual([])
})
