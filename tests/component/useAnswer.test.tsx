import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tellLibraryChanged } from '../../renderer/lib/libraryChanges'
import { useAnswer } from '../../renderer/lib/useAnswer'
import { type FakeBridge, fakeBridge } from './fakeBridge'
import { id } from './samples'

/** A question whose answers come when the test says so, in whatever order. */
function question() {
  const asked: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      asked.push({ resolve, reject })
    })
  const settle = (work: () => void) => act(async () => work())
  return {
    ask,
    asked,
    answer: (index: number, value: string) => settle(() => asked[index]!.resolve(value)),
    refuse: (index: number, error: Error) => settle(() => asked[index]!.reject(error)),
  }
}

const ready = (value: string) => ({ state: 'ready', value })
const REFUSED = new Error('refused')
const NOT_THIS_TIME = {}

let bridge: FakeBridge

beforeEach(() => {
  bridge = fakeBridge({})
})

describe('what is asked of main', () => {
  it('is there when it is answered', async () => {
    const { ask, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    expect(result.current[0]).toEqual({ state: 'loading' })
    await answer(0, 'one')
    expect(result.current[0]).toEqual(ready('one'))
  })

  it('is asked again after a change of the library, and stays until the newer answer comes', async () => {
    const { ask, asked, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    await answer(0, 'one')
    act(tellLibraryChanged)
    expect(asked).toHaveLength(2)
    expect(result.current[0]).toEqual(ready('one'))
    await answer(1, 'two')
    expect(result.current[0]).toEqual(ready('two'))
  })

  it('is asked again after the events that are named, where they are news', async () => {
    const { ask, asked } = question()
    const on = { 'measures.changed': ({ takeId }: { takeId: string }) => takeId === id(7) }
    const following = { on }
    const { unmount } = renderHook(() => useAnswer(ask, following))
    const tell = (takeId: string) =>
      act(() => bridge.emit('measures.changed', { takeId, measuring: { state: 'impossible' } }))
    tell(id(6))
    expect(asked).toHaveLength(1)
    tell(id(7))
    expect(asked).toHaveLength(2)
    unmount()
    tell(id(7))
    act(tellLibraryChanged)
    expect(asked).toHaveLength(2)
  })

  it('is never replaced by what was asked before it', async () => {
    const { ask, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    act(() => result.current[1]())
    act(() => result.current[1]())
    await answer(1, 'second')
    await answer(0, 'first')
    expect(result.current[0]).toEqual(ready('second'))
    await answer(2, 'third')
    expect(result.current[0]).toEqual(ready('third'))
  })

  it('is never what was asked with other words', async () => {
    const [one, other] = [question(), question()]
    const { result, rerender } = renderHook(({ ask }) => useAnswer(ask), {
      initialProps: { ask: one.ask },
    })
    await one.answer(0, 'of the one')
    act(() => result.current[1]())
    rerender({ ask: other.ask })
    expect(result.current[0]).toEqual({ state: 'loading' })
    await one.answer(1, 'of the one, late')
    expect(result.current[0]).toEqual({ state: 'loading' })
    await other.answer(0, 'of the other')
    expect(result.current[0]).toEqual(ready('of the other'))
  })
})

describe('a failure', () => {
  it('is told, and asking again begins anew', async () => {
    const { ask, refuse, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    await refuse(0, REFUSED)
    expect(result.current[0]).toEqual({ state: 'failed', error: REFUSED })
    act(() => result.current[1]())
    expect(result.current[0]).toEqual({ state: 'loading' })
    await answer(1, 'one')
    expect(result.current[0]).toEqual(ready('one'))
  })

  it('of asking again takes the place of what was known, or leaves it where somebody else hears of it', async () => {
    const onRefreshFailed = vi.fn()
    for (const following of [NOT_THIS_TIME, { onRefreshFailed }]) {
      const { ask, refuse, answer } = question()
      const { result, unmount } = renderHook(() => useAnswer(ask, following))
      await answer(0, 'one')
      act(() => result.current[1]())
      await refuse(1, REFUSED)
      expect(result.current[0]).toEqual(
        following === NOT_THIS_TIME ? { state: 'failed', error: REFUSED } : ready('one'),
      )
      unmount()
    }
    expect(onRefreshFailed.mock.calls).toEqual([[REFUSED]])
  })

  it('that comes too late is none', async () => {
    const { ask, refuse, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    act(() => result.current[1]())
    await answer(1, 'one')
    await refuse(0, REFUSED)
    expect(result.current[0]).toEqual(ready('one'))
  })
})

describe('an update', () => {
  it('changes what is known, several at once one after the other', async () => {
    const { ask, asked, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    await answer(0, 'a')
    act(() => {
      result.current[2]((known) => known && `${known}b`)
      result.current[2]((known) => known && `${known}c`)
    })
    expect(result.current[0]).toEqual(ready('abc'))
    expect(asked).toHaveLength(1)
  })

  it('is not lost to an answer that was asked before it: that is asked again', async () => {
    const { ask, asked, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    await answer(0, 'a')
    act(() => result.current[1]())
    act(() => result.current[2](() => 'changed'))
    await answer(1, 'a')
    expect(result.current[0]).toEqual(ready('changed'))
    expect(asked).toHaveLength(3)
    await answer(2, 'changed, says main')
    expect(result.current[0]).toEqual(ready('changed, says main'))
  })

  it('before anything is known changes nothing, unless it knows everything', async () => {
    const { ask, answer } = question()
    const { result } = renderHook(() => useAnswer(ask))
    act(() => result.current[2]((known) => known && `${known}b`))
    expect(result.current[0]).toEqual({ state: 'loading' })
    act(() => result.current[2](() => 'all of it'))
    expect(result.current[0]).toEqual(ready('all of it'))
    await answer(0, 'old')
    expect(result.current[0]).toEqual(ready('all of it'))
  })
})
