import { describe, expect, it } from 'vitest'
import {
  emptyList,
  FIRST_PAGE,
  freshPage,
  missingPage,
  nextPage,
  outdated,
  without,
  withPage,
  type ReadyList,
} from '../../../../renderer/history/sessionList'
import { id, sampleListed } from '../../../component/samples'

const ids = (...numbers: number[]) => numbers.map(id)
const page = (numbers: number[], hasMore = false) => ({
  sessions: numbers.map((number) => sampleListed(number)),
  hasMore,
})
/** A list of these, of which nothing is known yet. */
const listOf = (...numbers: number[]): ReadyList => ({ ...emptyList(''), ids: ids(...numbers) })

describe('a page', () => {
  it('begins a list, and goes on with it', () => {
    const first = withPage(emptyList(''), null, page([9, 8], true))
    expect(first).toMatchObject({ ids: ids(9, 8), isWhole: false })
    const second = withPage(first, id(8), page([7, 6]))
    expect(second).toMatchObject({ ids: ids(9, 8, 7, 6), isWhole: true })
    expect([...second.known.keys()]).toEqual(ids(9, 8, 7, 6))
  })

  it('is right where it and the list differ', () => {
    const list = listOf(9, 8, 7, 5, 4, 3)
    // 7 is gone and 6 is back; above and below, nothing is said.
    expect(withPage(list, id(8), page([6, 5], true)).ids).toEqual(ids(9, 8, 6, 5, 4, 3))
    // There is nothing below.
    expect(withPage(list, id(8), page([6])).ids).toEqual(ids(9, 8, 6))
    // What it comes after may be gone itself.
    expect(withPage(listOf(9, 7), id(8), page([7], true)).ids).toEqual(ids(9, 7))
  })
})

describe('what to ask next', () => {
  const list = withPage(listOf(9, 8, 7, 6, 5, 4), null, page([9, 8, 7], true))

  it('is the first row on the screen of which nothing is known', () => {
    expect(missingPage(list, { first: 0, last: 2 })).toBeNull()
    expect(missingPage(list, { first: 1, last: 4 })).toMatchObject({ before: id(7) })
    expect(missingPage(list, { first: 4, last: 9 })).toMatchObject({ before: id(6) })
    expect(missingPage(outdated(list), { first: 0, last: 2 })).toMatchObject({ before: null })
  })

  it('is the next page when the end of a list that goes on is reached', () => {
    const long = { ...listOf(), ids: Array.from({ length: 100 }, (_, index) => id(999 - index)) }
    expect(nextPage(long, { first: 80, last: 98 })).toBeNull()
    expect(nextPage(long, { first: 80, last: 101 })).toMatchObject({ before: id(900) })
    expect(nextPage({ ...long, isWhole: true }, { first: 80, last: 101 })).toBeNull()
  })

  it('is what is on the screen when it has changed, in a search everything down to it', () => {
    expect(freshPage(list, { first: 3, last: 5 })).toEqual({ before: id(7), limit: FIRST_PAGE })
    expect(freshPage(list, { first: 0, last: 99 })).toEqual({ before: null, limit: 100 })
    expect(freshPage({ ...list, query: 'canal' }, { first: 3, last: 40 })).toEqual({
      before: null,
      limit: 41,
    })
    expect(freshPage(list, { first: 0, last: 5000 }).limit).toBe(200)
  })
})

it('is the same list when nothing of it was deleted', () => {
  const list = listOf(3, 2, 1)
  expect(without(list, new Set([id(9)]))).toBe(list)
  expect(without(list, new Set([id(2)])).ids).toEqual(ids(3, 1))
})
