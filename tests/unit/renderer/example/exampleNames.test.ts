import { expect, test } from 'vitest'
import { exampleNames } from '../../../../renderer/example/exampleNames'

test('no two examples have the same name', () => {
  const labels = ['Example answer', 'Eight years in', 'Example answer', 'Example answer']
  expect(exampleNames(labels.map((label) => ({ label, text: 'Go.' })))).toEqual([
    'Example answer',
    'Eight years in',
    'Example answer 2',
    'Example answer 3',
  ])
})
