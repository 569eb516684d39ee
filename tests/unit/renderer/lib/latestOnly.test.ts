import { describe, expect, it } from 'vitest'
import { LatestOnly } from '../../../../renderer/lib/latestOnly'

/** Sends that are answered by hand, in order. */
function slowly() {
  const sent: string[] = []
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = []
  const latest = new LatestOnly<number>((key, value) => {
    sent.push(`${key}${value}`)
    return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
  })
  return { sent, answers, latest }
}

describe('the latest only', () => {
  it('sends the first at once, and of those that come meanwhile the newest', async () => {
    const { sent, answers, latest } = slowly()
    const done = latest.set('a', 1)
    void latest.set('a', 2)
    void latest.set('a', 3)
    expect(sent).toEqual(['a1'])
    answers[0]!.resolve()
    await expect.poll(() => sent).toEqual(['a1', 'a3'])
    answers[1]!.resolve()
    await done
    void latest.set('a', 3)
    expect(sent).toEqual(['a1', 'a3', 'a3'])
  })

  it('keeps keys apart', () => {
    const { sent, latest } = slowly()
    void latest.set('a', 1)
    void latest.set('b', 1)
    expect(sent).toEqual(['a1', 'b1'])
  })

  it('drops what waits when it is told to, and when main refuses', async () => {
    const { sent, answers, latest } = slowly()
    const dropped = latest.set('a', 1)
    void latest.set('a', 2)
    latest.drop('a')
    answers[0]!.resolve()
    await dropped
    const refused = latest.set('a', 3)
    void latest.set('a', 4)
    answers[1]!.reject(new Error('refused'))
    await expect(refused).rejects.toThrow('refused')
    expect(sent).toEqual(['a1', 'a3'])
  })
})
