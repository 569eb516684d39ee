import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encoded, scratchFolder, wav, type Format } from './material/files'
import { testTakes } from './material/takes'

/** What `npm run analyse` runs, without npm in front of it. */
function analyse(...args: readonly string[]) {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { analyse: string }
  }
  const [, ...command] = scripts.analyse.split(' ')
  return spawnSync(process.execPath, [...command, ...args], { encoding: 'utf8' })
}

test('prints JSON and nothing else, in exactly this shape', async () => {
  const [take] = testTakes()
  const file = await wav(48_000)(take!, scratchFolder())
  const command = ['run', '--silent', 'analyse', '--', file]
  const { status, stdout, stderr } = spawnSync('npm', command, { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
    'durationMs',
    'timeToFirstWordMs',
    'speech',
    'pauses',
    'integratedLufs',
    'noiseDb',
    'clippedSamples',
    'paceWpm',
  ])
})

const KINDS: [name: string, format: Format][] = [
  ['8 bits', wav(16_000, '-b', '8')],
  ['24 bits, 96 kHz', wav(96_000, '-b', '24')],
  ['floating point', wav(44_100, '-b', '32', '-e', 'floating-point')],
  ['A-law, 8 kHz', wav(8000, '-e', 'a-law')],
  ['a silent second channel', encoded('take.wav', '-af', 'pan=stereo|c0=c0')],
  ['a silent first channel', encoded('take.wav', '-af', 'pan=stereo|c1=c0')],
  ['the third of four inputs', encoded('take.wav', '-af', 'pan=quad|c2=c0')],
  ['the sixth of eight inputs', encoded('take.wav', '-af', 'pan=7.1|c5=c0')],
  ['channels that cancel each other', encoded('take.wav', '-af', 'pan=stereo|c0=c0|c1=-1*c0')],
  ['a constant offset', encoded('take.wav', '-af', 'dcshift=0.2')],
  ['Opus in MP4', encoded('take.mp4', '-c:a', 'libopus')],
]

test.each(KINDS)('%s is measured like the plain file', async (_, format) => {
  const [take] = testTakes()
  const { stdout } = analyse(await format(take!, scratchFolder()))
  const { pauses, timeToFirstWordMs } = JSON.parse(stdout) as {
    pauses: unknown[]
    timeToFirstWordMs: number
  }
  expect(pauses).toHaveLength(take!.pauses.length)
  expect(Math.abs(timeToFirstWordMs - take!.firstWordMs)).toBeLessThan(60)
})

test('what cannot be measured is refused in one line', () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'words.webm'), 'These are words.')
  for (const args of [[join(folder, 'nothing.wav')], [join(folder, 'words.webm')], [folder], []]) {
    const { status, stdout, stderr } = analyse(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})
