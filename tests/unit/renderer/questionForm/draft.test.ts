import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftSchema, type Draft } from '../../../../shared/questions/questionFields'
import { DraftKeeper } from '../../../../renderer/questionForm/draftKeeper'
import { draftOf, withDraft } from '../../../../renderer/questionForm/values/draftOfValues'
import { emptyValues, type FormValues } from '../../../../renderer/questionForm/values/formValues'

const kept = emptyValues([], null)

test('a draft is what was changed, and brings every letter of it back', () => {
  const values: FormValues = {
    ...kept,
    packTitle: 'Acme',
    question: 'Why us? ',
    outline: `${'line\n'.repeat(300)}\n `,
    tags: 'team, , ha',
    exampleAnswers: ['', ' second '],
    shortest: '0:4',
  }
  const draft = DraftSchema.parse(draftOf(values, kept))
  expect(Object.keys(draft).toSorted()).toEqual(
    ['exampleAnswers', 'outline', 'packTitle', 'question', 'shortest', 'tags'].toSorted(),
  )
  expect(withDraft(kept, draft)).toEqual(values)
})

test('what was changed elsewhere meanwhile stays as it is there', () => {
  const draft = draftOf({ ...kept, question: 'Why us?' }, kept)!
  expect(withDraft({ ...kept, whyTheyAsk: 'They want to see.' }, draft)).toMatchObject({
    question: 'Why us?',
    whyTheyAsk: 'They want to see.',
  })
})

test('without words there is nothing to keep', () => {
  expect(draftOf(kept, kept)).toBeNull()
  expect(draftOf({ ...kept, packId: 'mine', packTitle: 'x' }, kept)).toBeNull()
  expect(draftOf({ ...kept, tags: 'x' }, kept)).not.toBeNull()
})

const said: (Draft | 'discarded')[] = []
const failures: unknown[] = []
let refuses = false

function keeper(isKept = false): DraftKeeper {
  return new DraftKeeper(
    {
      keep: async (draft) => {
        if (refuses) throw new Error('full')
        said.push(draft)
      },
      discard: async () => void said.push('discarded'),
      onFailure: (error) => failures.push(error),
    },
    isKept,
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  said.length = 0
  failures.length = 0
  refuses = false
})
afterEach(() => {
  vi.useRealTimers()
})

test('is kept a moment after the last letter, and at once when one goes', async () => {
  const one = keeper()
  one.change({ question: 'W' })
  one.change({ question: 'Wh' })
  await vi.advanceTimersByTimeAsync(300)
  expect(said).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(said).toEqual([{ question: 'Wh' }])
  one.change({ question: 'Why' })
  await one.flush()
  expect(said).toEqual([{ question: 'Wh' }, { question: 'Why' }])
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toHaveLength(2)
})

test('words that were taken back are thrown away, where any were kept', async () => {
  const one = keeper()
  one.change(null)
  await one.flush()
  expect(said).toEqual([])
  one.change({ question: 'W' })
  await one.flush()
  one.change(null)
  await one.flush()
  expect(said).toEqual([{ question: 'W' }, 'discarded'])
})

test('nothing that was waiting comes after it was thrown away', async () => {
  const one = keeper(true)
  one.change({ question: 'W' })
  await one.discard()
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual(['discarded'])
})

test('what could not be kept is said, and tried again', async () => {
  const one = keeper()
  refuses = true
  one.change({ question: 'W' })
  await one.flush()
  expect(failures).toEqual([expect.any(Error)])
  refuses = false
  await one.flush()
  expect(said).toEqual([{ question: 'W' }])
  expect(failures.at(-1)).toBeNull()
})
