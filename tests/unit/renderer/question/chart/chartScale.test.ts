import { describe, expect, it } from 'vitest'
import { chartScale } from '../../../../../renderer/question/chart/chartScale'
import { LENGTH, PACE, LONGEST_PAUSE } from '../../../../../renderer/question/chart/takeMeasures'

const RANGE = [200, 0] as const
const exactly = (values: readonly number[]) => values.map((value) => ({ low: value, high: value }))
const wordsOf = (scale: ReturnType<typeof chartScale>) => scale.ticks.map(({ words }) => words)

describe('the scale of the chart', () => {
  it('has even steps of a clock for lengths, from nothing on', () => {
    const scale = chartScale(LENGTH, exactly([38_000, 171_000, 94_000]), RANGE)
    expect(wordsOf(scale)).toEqual(['0:00', '1:00', '2:00', '3:00'])
    expect(scale.yOf(0)).toBe(200)
    expect(scale.yOf(180_000)).toBe(0)
    expect(scale.yOf(90_000)).toBe(100)
  })

  it('has even seconds for pauses', () => {
    const scale = chartScale(LONGEST_PAUSE, exactly([1700, 6100]), RANGE)
    expect(wordsOf(scale)).toEqual(['0 s', '2 s', '4 s', '6 s', '8 s'])
  })

  it('does not let one take of 45 minutes press the others to the ground', () => {
    const scale = chartScale(LENGTH, exactly([60_000, 62_000, 70_000, 2_700_000]), RANGE)
    expect(scale.highest).toBeLessThan(400_000)
    expect(scale.yOf(2_700_000)).toBe(0)
    expect(scale.yOf(60_000)).toBeLessThan(170)
  })

  it('shows the whole of the length that fits, also beside takes of a few seconds', () => {
    const band = { low: 60_000, high: 120_000 }
    const scale = chartScale(LENGTH, exactly([5500, 3700]), RANGE, band)
    expect(wordsOf(scale)).toEqual(['0:00', '0:30', '1:00', '1:30', '2:00'])
    expect(scale.yOf(120_000)).toBe(0)
    expect(scale.yOf(60_000)).toBe(100)
  })

  it('shows a pace beside what is usual for speech', () => {
    const scale = chartScale(PACE, [{ low: 130, high: 150 }], RANGE)
    expect(wordsOf(scale)).toEqual(['80', '100', '120', '140', '160', '180', '200'])
  })

  it('has room for one value, and for a take of no length', () => {
    expect(chartScale(LENGTH, exactly([0]), RANGE).yOf(0)).toBe(200)
  })
})
