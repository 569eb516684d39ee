import { expect, test } from 'vitest'
import { savePack } from '../../../../../electron/store/questions/packs'
import { listPackSummaries } from '../../../../../electron/store/questions/packSummaries'
import { changePack, createPack, movePack } from '../../../../../electron/store/questions/ownPacks'
import { questionRecord } from '../../../../../electron/records/questionRecord'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import { packOf, packQuestion, trialStore } from '../fixture'
import { ownQuestion } from './ownFixture'

test('packs of one\u2019s own stand in their order before those of the app, empty ones too', () => {
  const db = trialStore()
  const [acme, dread, friend] = ['Acme', 'What I dread', 'From a friend'].map((title) =>
    createPack(db, { title }),
  ) as [string, string, string]
  const titles = () => listPackSummaries(db).map(({ title }) => title)
  expect(titles()).toEqual(['Acme', 'What I dread', 'From a friend', 'Trial'])
  movePack(db, { packId: friend, beforePackId: acme })
  movePack(db, { packId: acme, beforePackId: null })
  expect(titles()).toEqual(['From a friend', 'What I dread', 'Acme', 'Trial'])
  ownQuestion(db, dread, 'Why?')
  changePack(db, { packId: dread, title: 'Dread', description: 'The hard ones', language: 'de' })
  expect(listPackSummaries(db)[1]).toEqual({
    id: dread,
    kind: 'own',
    title: 'Dread',
    description: 'The hard ones',
    language: 'de',
    questionCount: 1,
    lastPractised: null,
  })
  expect(() => movePack(db, { packId: acme, beforePackId: 'trial' })).toThrow(
    expect.objectContaining({ code: 'BAD_REQUEST' }) as Error,
  )
})

test('a new version of a pack of the app never touches what the person put on a question', () => {
  const db = trialStore()
  const layer = {
    outline: ['canal lock'],
    exampleAnswers: [{ label: 'Me', text: 'I once built a canal.' }],
    tags: ['mine'],
    isStarred: true,
    isNotForMe: false,
  }
  changeLayer(db, { questionId: 'trial/alpha', layer })
  savePack(db, packOf([packQuestion('beta')]))
  // It is in no session, and is kept all the same: the next version may have it again.
  expect(questionRecord(db, 'trial/alpha')).toMatchObject({ isRetired: true, ownTags: ['mine'] })
  expect(questionRecord(db, 'trial/gamma')).toBeNull()
  savePack(db, packOf([packQuestion('alpha', { question: 'Reworded?' }), packQuestion('beta')]))
  expect(questionRecord(db, 'trial/alpha')).toMatchObject({
    question: 'Reworded?',
    isRetired: false,
    ownOutline: ['canal lock'],
    ownExampleAnswers: layer.exampleAnswers,
    isStarred: true,
  })
})
