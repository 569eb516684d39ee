import { expect, test } from 'vitest'
import type { MachineWithElectron } from '../../helpers/machine'
import { jsonOf } from '../../bench/figures/json'
import { compared, notMeasured, stated, type BenchResult } from '../../bench/figures/result'
import { tableOf } from '../../bench/figures/table'

const MACHINE: MachineWithElectron = {
  platform: 'linux x64 6.1',
  processor: 'Some processor',
  cores: 2,
  memoryGb: 8,
  electron: '33.2.1',
  node: 'v24.0.0',
  load: 0.5,
}

const RESULTS: readonly BenchResult[] = [
  {
    name: 'start',
    ...compared({ unit: 'ms', value: [501, 540.4, 620], floor: [450], atMost: 1.25 }),
  },
  { name: 'scroll', ...compared({ unit: 'ms', value: [100], floor: [16.67], atMost: 3 }) },
  { name: 'install', ...stated({ unit: 'MB', value: 4.18 }) },
  notMeasured('seek', 'no sound'),
]

test('the table is Markdown with aligned columns', () => {
  expect(tableOf(RESULTS).split('\n')).toEqual([
    '| name    | value              | floor    | ratio | wanted                          | holds |',
    '| ------- | ------------------ | -------- | ----- | ------------------------------- | ----- |',
    '| start   | 540 ms, 501 to 620 | 450 ms   | 1.2   | <= 1.25                         | yes   |',
    '| scroll  | 100 ms             | 16.67 ms | 6     | <= 3                            | NO    |',
    '| install | 4.18 MB            | -        | -     | stated                          | yes   |',
    '| seek    | -                  | -        | -     | could not be measured: no sound | NO    |',
  ])
})

test('what is no middle has no smallest and largest beside it', () => {
  const by = (values: readonly number[]) => Math.max(...values)
  const worst = compared({ unit: 'ms', value: [1, 2, 3], floor: [1, 1, 2], atMost: 2, by })
  expect(
    tableOf([{ name: 'search', ...worst }])
      .split('\n')
      .at(-1),
  ).toBe('| search | 3 ms  | 2 ms  | 1.5   | <= 2   | yes   |')
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
