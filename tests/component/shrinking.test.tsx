import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { isWeakQuestion, useShrinking } from '../../renderer/session/shrinking/useShrinking'
import { sampleQuestion, sampleTake } from './samples'

const target = { shortestMs: 40_000, longestMs: 80_000 }
const question = (number: number) => ({ ...sampleQuestion(number), target })

it('asks for the same answer in its time, three quarters and half of it, then ends', () => {
  const { result } = renderHook(() => useShrinking(question(1)))
  const take = sampleTake(1, { questionId: question(1).id })
  const save = (saved = take) => act(() => void result.current.saved(saved))
  expect(result.current).toMatchObject({ shrinking: { state: 'idle' }, target })
  act(() => result.current.begin())
  expect(result.current).toMatchObject({ shrinking: { round: 1, rounds: 3 }, target })
  // What answers a follow-up, or another question, is no round.
  save({ ...take, followUp: 'And then?' })
  save({ ...take, questionId: question(2).id })
  expect(result.current.shrinking).toMatchObject({ round: 1 })
  save()
  expect(result.current.target).toEqual({ shortestMs: 30_000, longestMs: 60_000 })
  save()
  expect(result.current.target).toEqual({ shortestMs: 20_000, longestMs: 40_000 })
  save()
  expect(result.current).toMatchObject({ shrinking: { state: 'idle' }, target })
})

it('ends when one likes, and with the question', () => {
  const { result, rerender } = renderHook(({ number }) => useShrinking(question(number)), {
    initialProps: { number: 1 },
  })
  act(() => result.current.begin())
  rerender({ number: 2 })
  expect(result.current.shrinking.state).toBe('idle')
  act(() => result.current.begin())
  act(() => result.current.end())
  expect(result.current.shrinking.state).toBe('idle')
})

it('is offered by the last rating', () => {
  const rated = (rating: 1 | 2 | 3 | 4 | null) => sampleTake(1, { rating })
  expect(isWeakQuestion([], true)).toBe(true)
  expect(isWeakQuestion([rated(null)], false)).toBe(false)
  expect(isWeakQuestion([rated(4), rated(2), rated(null)], false)).toBe(true)
  expect(isWeakQuestion([rated(1), rated(3)], true)).toBe(false)
})
