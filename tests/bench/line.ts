import { test } from '@playwright/test'
import type { BenchName } from '../../scripts/bench/names.mjs'
import { RESULT, type BenchResult, type Measured } from './figures/result'

/**
 * One line of the table. A ratio that does not hold is shown there and is no failure: measuring is
 * one thing, judging another. What cannot be measured fails.
 */
export function line(name: BenchName, measure: () => Promise<Measured>): void {
  test(name, async () => {
    const result: BenchResult = { name, ...(await measure()) }
    test.info().annotations.push({ type: RESULT, description: JSON.stringify(result) })
  })
}
