import { describe, expect, it } from 'vitest'
import { faultWords } from '../../../../renderer/session/faultWords'

const gap = (missingMs: number) => faultWords({ kind: 'gap', missingMs }).words.happened

describe('what is said of a take with a gap', () => {
  it('says how much is missing, in words that can be heard', () => {
    expect(gap(1499)).toMatch(/^For about 1 second of this take/)
    expect(gap(4200)).toMatch(/^For about 4 seconds/)
    expect(gap(89_000)).toMatch(/^For about 89 seconds/)
    expect(gap(130_000)).toMatch(/^For about 2 minutes/)
  })

  it('says that the rest is there', () => {
    const { words, code } = faultWords({ kind: 'gap', missingMs: 4000 })
    expect(words.kept).toMatch(/saved/)
    expect(code).toBe('GAP')
  })
})
