import { expect, test } from 'vitest'
import { formatFigure, parseFigure, tableOf } from '../../faults/figures'

test('a figure is a name, then names and values', () => {
  expect(parseFigure('device removed|noticedMs=812|keptMs=4100')).toEqual({
    what: 'device removed',
    runs: 1,
    measured: { noticedMs: '812', keptMs: '4100' },
    wanted: '',
  })
})

test('how often it was tried and what is wanted are no figures; a value may hold an equals sign', () => {
  expect(parseFigure('kill|runs=200|lost=a=b|wanted=each lost <= 1000 ms')).toEqual({
    what: 'kill',
    runs: 200,
    measured: { lost: 'a=b' },
    wanted: 'each lost <= 1000 ms',
  })
})

test('what is written can be read, with two decimals at most', () => {
  const written = formatFigure('kill', { runs: 3, lostMs: 12.3456 }, 'little lost')
  expect(parseFigure(written)).toEqual({
    what: 'kill',
    runs: 3,
    measured: { lostMs: '12.35' },
    wanted: 'little lost',
  })
})

test('what nothing was measured for says so', () => {
  expect(formatFigure('kill', { maxMs: Math.max(), medianMs: Number.NaN }, '')).toBe(
    'kill|maxMs=none|medianMs=none|wanted=',
  )
})

test('the table is Markdown with aligned columns', () => {
  const row = { what: 'kill', runs: 20, measured: { a: '1', b: '2' }, wanted: 'a = 1' }
  expect(tableOf([{ ...row, holds: 'yes' }]).split('\n')).toEqual([
    '| what | runs | measured | wanted | holds |',
    '| ---- | ---- | -------- | ------ | ----- |',
    '| kill | 20   | a 1, b 2 | a = 1  | yes   |',
  ])
})
