import { expect, test } from 'vitest'
import { benchOptions } from '../../../scripts/bench/arguments.mjs'
import { BENCH_NAMES } from '../../../scripts/bench/names.mjs'
import { SetupError } from '../../../scripts/setup/messages.mjs'

test('without a word everything is measured, and nothing is written', () => {
  expect(benchOptions([])).toEqual({ jsonFile: null, names: BENCH_NAMES })
})

test('the file is found from where the command was given', () => {
  expect(benchOptions(['--json', 'results.json'], '/some/folder').jsonFile).toBe(
    '/some/folder/results.json',
  )
  expect(benchOptions(['--json=/elsewhere/r.json'], '/some/folder').jsonFile).toBe(
    '/elsewhere/r.json',
  )
})

test('some lines are measured once each, in the order of the table', () => {
  expect(benchOptions(['--only', 'search, start,search']).names).toEqual(['start', 'search'])
  expect(benchOptions(['--only=seek']).names).toEqual(['seek'])
})

test('a name that is not known is refused, and the known ones are told', () => {
  const refused = () => benchOptions(['--only', 'start,nonsense'])
  expect(refused).toThrow(SetupError)
  expect(refused).toThrow('There is no line "nonsense"')
  expect(() => benchOptions(['--only', ''])).toThrow(SetupError)
  // Not even when it only begins like one.
  expect(() => benchOptions(['--only', 'star'])).toThrow(SetupError)
})

test('words that nobody knows are refused', () => {
  for (const args of [['--fast'], ['start'], ['--json'], ['--json='], ['--only']]) {
    expect(() => benchOptions(args)).toThrow(SetupError)
  }
})
