import { describe, expect, it } from 'vitest'
import {
  besideMark,
  withMark,
  withoutMark,
} from '../../../../../renderer/marks/list/markListChanges'
import type { Mark } from '../../../../../shared/marks'

const mark = (id: string, atMs: number): Mark => ({ id, takeId: 't', kind: 'task', atMs, note: '' })
const ids = (marks: readonly Mark[]) => marks.map(({ id }) => id).join('')
const ABC = [mark('a', 100), mark('b', 200), mark('c', 300)]

describe('the marks of a take', () => {
  it('stay in the order of the answer, and of the same moment in that in which they were made', () => {
    expect(ids(withMark(ABC, mark('d', 150)))).toBe('adbc')
    expect(ids(withMark(ABC, mark('a', 250)))).toBe('bac')
    expect(ids(withMark(ABC, mark('d', 200)))).toBe('abdc')
    expect(ids(withoutMark(ABC, 'b'))).toBe('ac')
  })

  it('have a neighbour on each side, but at the ends', () => {
    expect(besideMark(ABC, 'b', -1)?.id).toBe('a')
    expect(besideMark(ABC, 'b', 1)?.id).toBe('c')
    expect(besideMark(ABC, 'a', -1)?.id).toBe('a')
    expect(besideMark(ABC, 'c', 1)?.id).toBe('c')
    expect(besideMark([], 'a', 1)).toBeUndefined()
  })
})
