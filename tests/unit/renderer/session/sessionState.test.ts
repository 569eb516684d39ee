import { describe, expect, it } from 'vitest'
import {
  neighbourOf,
  questionOf,
  shownTake,
  withChange,
  withoutTake,
  withTake,
} from '../../../../renderer/session/sessionState'
import { questionOfPack, sessionOf, takeOf } from '../../../helpers/session'

const ID = 'pack/question-1'
const takes = (session: ReturnType<typeof sessionOf>) => questionOf(session, ID).takes

describe('a session on the screen', () => {
  const session = sessionOf([
    questionOfPack(1, [takeOf(ID, 1), takeOf(ID, 3)]),
    questionOfPack(2),
    questionOfPack(3),
  ])

  it('puts a take where its number belongs', () => {
    expect(takes(withTake(session, takeOf(ID, 2))).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('replaces a take that is there already', () => {
    const changed = withTake(session, takeOf(ID, 1, { notes: 'Slower' }))
    expect(takes(changed).map(({ notes }) => notes)).toEqual(['Slower', ''])
  })

  it('has one best take at most', () => {
    const first = withTake(session, takeOf(ID, 1, { isBest: true }))
    const then = withChange(first, takeOf(ID, 3), { isBest: true })
    expect(takes(then).map(({ isBest }) => isBest)).toEqual([false, true])
  })

  it('changes the take as it stands, not as it was when the change set out', () => {
    const old = takeOf(ID, 1)
    const rated = withChange(session, old, { rating: 3 })
    const noted = withChange(rated, old, { notes: 'Both' })
    expect(takes(noted)[0]).toMatchObject({ rating: 3, notes: 'Both' })
  })

  it('ignores a change to a take that is gone', () => {
    const without = withoutTake(session, takeOf(ID, 1))
    expect(withChange(without, takeOf(ID, 1), { rating: 1 })).toBe(without)
  })

  it('knows its neighbours and its ends', () => {
    expect(neighbourOf(session, 'pack/question-2', 1)?.position).toBe(3)
    expect(neighbourOf(session, 'pack/question-2', -1)?.position).toBe(1)
    expect(neighbourOf(session, ID, -1)).toBeUndefined()
    expect(neighbourOf(session, 'pack/question-3', 1)).toBeUndefined()
  })

  it('shows no take that is hardly there: it answers nothing', () => {
    const short = takeOf(ID, 2, { durationMs: 200 })
    expect(shownTake(questionOfPack(1, [short]))).toBeUndefined()
    expect(shownTake(questionOfPack(1, [takeOf(ID, 1), short]))?.number).toBe(1)
    const damaged = takeOf(ID, 2, { state: 'damaged', durationMs: 0 })
    expect(shownTake(questionOfPack(1, [damaged]))?.number).toBe(2)
  })

  it('shows the best take, else the newest that is over', () => {
    const recording = { ...takeOf(ID, 4), state: 'recording' } as ReturnType<typeof takeOf>
    expect(shownTake(questionOfPack(1, [takeOf(ID, 1), takeOf(ID, 2), recording]))?.number).toBe(2)
    const best = takeOf(ID, 1, { isBest: true })
    expect(shownTake(questionOfPack(1, [best, takeOf(ID, 2)]))?.number).toBe(1)
    expect(shownTake(questionOfPack(1))).toBeUndefined()
  })

  it('shows no take of a follow-up', () => {
    const followUp = takeOf(ID, 2, { followUp: 'And then?' })
    expect(shownTake(questionOfPack(1, [takeOf(ID, 1), followUp]))?.number).toBe(1)
    expect(shownTake(questionOfPack(1, [followUp]))).toBeUndefined()
  })
})
