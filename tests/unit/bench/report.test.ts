import { expect, test } from 'vitest'
import type { Machine } from '../../bench/figures/machine'
import { jsonOf } from '../../bench/figures/json'
import { compared, notMeasured, stated, type BenchResult } from '../../bench/figures/result'
import { tableOf } from '../../bench/figures/table'

const MACHINE: Machine = {
  platform: 'linux x64 6.1',
  processor: 'Some processor',
  cores: 2,
  memoryGb: 8,
  electron: '33.2.1',
  node: 'v24.0.0',
  load: 0.5,
}

const RESULTS: readonly BenchResult[] = [
  { name: 'start', ...compared({ unit: 'ms', value: [540.4], floor: [450], atMost: 1.25 }) },
  { name: 'scroll', ...compared({ unit: 'ms', value: [100], floor: [16.67], atMost: 3 }) },
  { name: 'install', ...stated({ unit: 'MB', value: 4.18 }) },
  notMeasured('seek', 'no sound'),
]

test('the table is Markdown with aligned columns', () => {
  expect(tableOf(RESULTS).split('\n')).toEqual([
    '| name    | unit | value | floor | ratio | wanted                          | holds |',
    '| ------- | ---- | ----- | ----- | ----- | ------------------------------- | ----- |',
    '| start   | ms   | 540   | 450   | 1.2   | <= 1.25                         | yes   |',
    '| scroll  | ms   | 100   | 16.67 | 6     | <= 3                            | NO    |',
    '| install | MB   | 4.18  | -     | -     | stated                          | yes   |',
    '| seek    |      | -     | -     | -     | could not be measured: no sound | NO    |',
  ])
})

test('the file has the machine and the results, each with exactly these keys', () => {
  const json = JSON.parse(jsonOf(MACHINE, RESULTS)) as Record<string, unknown>
  expect(Object.keys(json)).toEqual(['machine', 'results'])
  expect(json['machine']).toEqual(MACHINE)
  expect(json['results']).toEqual(RESULTS)
  for (const result of RESULTS) {
    expect(Object.keys(result).toSorted()).toEqual(
      ['floor', 'holds', 'name', 'ratio', 'samples', 'unit', 'value', 'wanted'].toSorted(),
    )
  }
})
