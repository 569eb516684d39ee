import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BENCH_NAMES } from '../../../scripts/bench/names.mjs'
import { root } from '../../../scripts/setup/places.mjs'

const LINES = join(root, 'tests', 'bench', 'lines')

test('the lines have these names', () => {
  expect(BENCH_NAMES.join(' ')).toBe(
    'start start-large memory record-latency mock record-cpu record-memory stop open-take seek history search questions questions-search today progress scroll import main-block growth install',
  )
})

test('each line has a file, which measures it', () => {
  expect(readdirSync(LINES).toSorted()).toEqual(
    BENCH_NAMES.map((name) => `${name}.bench.ts`).toSorted(),
  )
  for (const name of BENCH_NAMES) {
    expect(readFileSync(join(LINES, `${name}.bench.ts`), 'utf8')).toContain(`line('${name}', async`)
  }
})
