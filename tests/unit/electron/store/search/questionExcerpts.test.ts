import { expect, test } from 'vitest'
import { questionExcerpts } from '../../../../../electron/store/search/questionExcerpts'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import { trialStore } from '../fixture'
import { ownPack, ownQuestion } from '../questions/ownFixture'

test('a question says where the words stand that its line does not show', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'What is a lock?'])
  const [us, lock] = ids as [string, string]
  const full = ownQuestion(db, packId, 'How do you plan?', {
    shortTitle: 'Planning',
    whyTheyAsk: 'They fear a short stay',
    exampleAnswers: [{ label: 'Me', text: `${'Word '.repeat(100)}the canal lock opens` }],
    talkingPoints: ['Their harbour'],
    followUps: ['And in five years?'],
    tags: ['behavioural'],
  })
  changeLayer(db, { questionId: us, layer: { outline: ['Canal boats', 'Late scans'] } })
  const found = (query: string) =>
    questionExcerpts(db, { query, questionIds: [full, us, lock, 'own/gone'] })

  const [inExample, ...others] = found('lock')
  expect(inExample).toMatchObject({ questionId: full, foundIn: 'example' })
  expect(inExample?.excerpt).toMatch(/^….*the canal lock opens$/u)
  expect(inExample?.excerpt.length).toBeLessThan(125)
  // What one reads in the line itself needs no more words.
  expect(others).toEqual([])

  const places = (query: string) =>
    found(query).map(({ questionId, foundIn, excerpt }) => [questionId, foundIn, excerpt])
  expect(places('late')).toEqual([[us, 'outline', 'Canal boats Late scans']])
  // Of what was typed the line shows a part; the rest is told.
  expect(places('plan fear')).toEqual([[full, 'why', 'They fear a short stay']])
  expect(places('harbour')).toEqual([[full, 'points', 'Their harbour']])
  expect(places('years')).toEqual([[full, 'followUps', 'And in five years?']])
  expect(places('behav')).toEqual([[full, 'tags', 'behavioural']])
  expect(places('')).toEqual([])
})
