import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isOnPath, run } from '../../scripts/setup/run.mjs'
import { fakeProgram, scratchFolder, writeTo } from './helpers/scratch'

const node = (script: string, options = {}) => run(process.execPath, ['-e', script], options)

test('keeps both streams and the exit code', async () => {
  const outcome = await node('console.log("out"); console.error("err"); process.exitCode = 3')
  expect(outcome).toMatchObject({ code: 3, stalled: false })
  expect(outcome.output).toContain('out')
  expect(outcome.output).toContain('err')
})

test('programs speak English to us, whatever language the system has', async () => {
  const said = await node('console.log(process.env.LC_ALL, process.env.GREETING)', {
    env: { ...process.env, LC_ALL: 'de_DE.UTF-8', GREETING: 'hello' },
  })
  expect(said.output.trim()).toBe('C hello')
})

test('a program that is not there is an outcome, not an exception', async () => {
  const outcome = await run('no-such-program-anywhere', [])
  expect(outcome.code).toBeNull()
  expect(outcome.output).toContain('ENOENT')
})

test('stops a program that makes no progress', async () => {
  const watch = [scratchFolder()]
  const outcome = await node('setInterval(() => {}, 1000)', { watch, idleMs: 200 })
  expect(outcome).toMatchObject({ code: null, stalled: true })
})

test('lets a slow program go on as long as its folder grows', async () => {
  const folder = scratchFolder()
  const file = writeTo(join(folder, 'deep', 'download'))
  // Slower than it is looked at: a look that sees no growth is no stall yet.
  const growing = setInterval(() => appendFileSync(file, 'more'), 300)
  try {
    const slow = 'setTimeout(() => process.exit(0), 2000)'
    const outcome = await node(slow, { watch: [folder], idleMs: 900 })
    expect(outcome).toMatchObject({ code: 0, stalled: false })
  } finally {
    clearInterval(growing)
  }
})

test('looks for programs where the PATH says', () => {
  const folder = scratchFolder()
  const program = fakeProgram(folder, 'compiler')
  expect(isOnPath('compiler', { PATH: folder })).toBe(true)
  expect(isOnPath(program, { PATH: '' })).toBe(true)
  expect(isOnPath('compiler', { PATH: join(folder, 'elsewhere') })).toBe(false)
})
