import { expect, test } from 'vitest'
import { newId } from '../../../../../electron/store/database/ids'
import { IdSchema } from '../../../../../shared/model'

test('ids fit the contract, and their order is the order in which they were made', () => {
  const ids = Array.from({ length: 5000 }, newId)
  expect(ids.every((id) => IdSchema.safeParse(id).success)).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
