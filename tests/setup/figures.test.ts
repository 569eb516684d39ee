import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFigures } from '../../scripts/figures/document.mjs'
import { figuresEnv, writesOf } from '../../scripts/figures/option.mjs'
import { SetupError } from '../../scripts/setup/messages.mjs'
import { root } from '../../scripts/setup/places.mjs'
import { markdownTable } from '../helpers/markdownTable'
import { measuredOn } from '../helpers/documentFigures'
import { scratchFolder, writeTo } from './helpers/scratch'

const PLACE = ['<!-- figures: their command writes them -->', '<!-- end of figures -->']

test('what stands between the markers is replaced, as Prettier would have it; all else stays', async () => {
  const file = join(scratchFolder(), 'speed.md')
  writeTo(file, ['# Speed', ...PLACE, 'After it.', ''].join('\n\n'))
  await writeFigures(file, 'old')
  await writeFigures(file, '| a | b |\n| - | - |\n| long | 1 |')
  expect(readFileSync(file, 'utf8').split('\n')).toEqual([
    '# Speed',
    '',
    PLACE[0],
    '',
    '| a    | b   |',
    '| ---- | --- |',
    '| long | 1   |',
    '',
    PLACE[1],
    '',
    'After it.',
    '',
  ])
})

test('a document without a place for figures stays as it is', async () => {
  const file = writeTo(join(scratchFolder(), 'speed.md'), '# Speed\n')
  await expect(writeFigures(file, 'new')).rejects.toThrow(SetupError)
  expect(readFileSync(file, 'utf8')).toBe('# Speed\n')
})

test.each(['accuracy.md', 'faults.md', 'speed.md'] as const)(
  '%s has a place for figures, and is named to whom writes them',
  (document) => {
    const file = figuresEnv(document, { writes: true, isWhole: true }).SOUNDCHECK_FIGURES_FILE
    expect(file).toBe(join(root, 'docs', document))
    const text = readFileSync(file!, 'utf8')
    for (const marker of PLACE) expect(text.split(marker)).toHaveLength(2)
  },
)

test('--write is taken out, and a part of a table is never written', () => {
  expect(writesOf(['--count', '3', '--write'])).toEqual({ writes: true, rest: ['--count', '3'] })
  expect(writesOf(['kills'])).toEqual({ writes: false, rest: ['kills'] })
  expect(figuresEnv('speed.md', { writes: false, isWhole: false })).toEqual({})
  expect(() => figuresEnv('speed.md', { writes: true, isWhole: false })).toThrow(SetupError)
})

test('a table is aligned, and a bar in a cell ends no column', () => {
  expect(markdownTable(['a', 'name'], [['1|2', 'x']]).split('\n')).toEqual([
    '| a    | name |',
    '| ---- | ---- |',
    String.raw`| 1\|2 | x    |`,
  ])
})

test('below a table of figures one reads when and on what they were measured', () => {
  const on = {
    platform: 'linux x64 6.1',
    processor: 'Some processor',
    cores: 2,
    memoryGb: 8,
    node: 'v24.0.0',
    load: 0.5,
  }
  const date = new Date('2026-11-27T12:00:00Z')
  const rest = 'Node 24.0.0, linux x64 6.1, Some processor, 2 cores with a load of 0.5 before, 8 GB'
  expect(measuredOn(date, { on })).toBe(`Measured on 2026-11-27: ${rest}.`)
  expect(measuredOn(date, { on: { ...on, electron: '33.2.1' }, how: ['3 rounds'] })).toBe(
    `Measured on 2026-11-27: Electron 33.2.1, ${rest}, 3 rounds.`,
  )
})
