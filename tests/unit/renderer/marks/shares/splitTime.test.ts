import { describe, expect, it } from 'vitest'
import { splitTime } from '../../../../../renderer/marks/shares/splitTime'

const at = (kind: 'situation' | 'task' | 'action' | 'result' | 'strong', atMs: number) => ({
  kind,
  atMs,
})

describe('how the time of an answer was split', () => {
  it('runs from each part to the next one, the last to the end; before the first it is nobody’s', () => {
    const marks = [
      at('situation', 10_000),
      at('task', 20_000),
      at('action', 40_000),
      at('result', 90_000),
    ]
    expect(splitTime(marks, 100_000)).toEqual([
      { kind: 'situation', fromMs: 10_000, toMs: 20_000, share: 0.1 },
      { kind: 'task', fromMs: 20_000, toMs: 40_000, share: 0.2 },
      { kind: 'action', fromMs: 40_000, toMs: 90_000, share: 0.5 },
      { kind: 'result', fromMs: 90_000, toMs: 100_000, share: 0.1 },
    ])
  })

  it('is not ended by marks of what was good or not', () => {
    expect(splitTime([at('action', 0), at('strong', 500)], 1000)).toEqual([
      { kind: 'action', fromMs: 0, toMs: 1000, share: 1 },
    ])
  })

  it('takes parts as they were said, also twice and in another order', () => {
    const marks = [at('result', 750), at('action', 0), at('action', 500)]
    expect(splitTime(marks, 1000).map(({ kind, share }) => [kind, share])).toEqual([
      ['action', 0.5],
      ['action', 0.25],
      ['result', 0.25],
    ])
  })

  it('has no part without length: at the end, after it, or at the same moment', () => {
    const marks = [at('task', 400), at('action', 400), at('result', 1000), at('situation', 1200)]
    expect(splitTime(marks, 1000)).toEqual([
      { kind: 'action', fromMs: 400, toMs: 1000, share: 0.6 },
    ])
  })

  it('is nothing without marks or without length', () => {
    expect(splitTime([], 1000)).toEqual([])
    expect(splitTime([at('task', 0)], 0)).toEqual([])
  })
})
