import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/setup/places.mjs'
import { scratchFolder, writeTo } from './helpers/scratch'

function sideBySide(...commands: string[]) {
  const script = join(root, 'scripts', 'side-by-side.mjs')
  return spawnSync(process.execPath, [script, ...commands], { encoding: 'utf8', timeout: 20_000 })
}

/** A program of its own in a scratch folder, as a command line. */
function program(source: string): string {
  return `"${process.execPath}" "${writeTo(join(scratchFolder(), 'program.cjs'), source)}"`
}

/** Makes its file, and ends when the other's is there. */
function waitsForTheOther(own: string, other: string): string {
  return program(`
    const { existsSync, writeFileSync } = require('node:fs')
    writeFileSync(${JSON.stringify(own)}, '')
    setInterval(() => existsSync(${JSON.stringify(other)}) && process.exit(0), 10)
  `)
}

test('commands run at the same time', () => {
  const [one, other] = ['one', 'other'].map((name) => join(scratchFolder(), name)) as [
    string,
    string,
  ]
  const both = [waitsForTheOther(one, other), waitsForTheOther(other, one)]
  expect(sideBySide(...both)).toMatchObject({ status: 0, signal: null })
})

test('one that fails fails them all, after the others had their turn', () => {
  const { status, stdout } = sideBySide(
    program('console.log("It went wrong"); process.exitCode = 3'),
    program('setTimeout(() => console.log("It went well"), 300)'),
  )
  expect(status).toBe(1)
  expect(stdout).toMatch(/: failed\nIt went wrong/)
  expect(stdout).toContain('It went well')
})
