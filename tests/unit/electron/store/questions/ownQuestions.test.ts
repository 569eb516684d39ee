import { expect, test } from 'vitest'
import { discardDraft, keepDraft, readDraft } from '../../../../../electron/store/questions/drafts'
import { listQuestions } from '../../../../../electron/store/questions/listQuestions'
import { changePack, createPack } from '../../../../../electron/store/questions/ownPacks'
import {
  copyQuestions,
  createQuestion,
  moveQuestions,
  tagQuestions,
  updateQuestion,
} from '../../../../../electron/store/questions/ownQuestions'
import { readQuestionCard } from '../../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { PASTED_DRAFT_ID } from '../../../../../shared/defaults'
import { QuestionIdSchema } from '../../../../../shared/model'
import { QuestionFieldsSchema } from '../../../../../shared/questions/questionFields'
import { NOW_MS, trialStore } from '../fixture'
import { ALL, ownPack, ownQuestion } from './ownFixture'

const ALPHA = 'trial/alpha'

test('only its text has to be said; the rest is what it usually is', () => {
  const db = trialStore()
  const fields = QuestionFieldsSchema.parse({ question: ' Why us? ' })
  const { questionId, packId } = createQuestion(db, {
    into: { title: 'Acme', language: 'de' },
    fields,
    outline: ['canal lock', ''],
  })
  expect(QuestionIdSchema.parse(questionId)).toMatch(/^own\//)
  expect(readQuestionCard(db, questionId)).toEqual({
    question: {
      id: questionId,
      question: 'Why us?',
      shortTitle: null,
      whyTheyAsk: '',
      exampleAnswers: [],
      talkingPoints: [],
      pitfalls: [],
      followUps: [],
      outline: [],
      tags: [],
      language: 'de',
      target: { shortestMs: 60_000, longestMs: 120_000 },
    },
    layer: {
      outline: ['canal lock', ''],
      exampleAnswers: [],
      tags: [],
      isStarred: false,
      isNotForMe: false,
    },
    pack: { id: packId, title: 'Acme', kind: 'own' },
    takeCount: 0,
    isDeleted: false,
    isWeak: false,
    leftOut: [],
  })
})

test('a session asks it like any other, of its pack, chosen or alone', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Why you?'])
  const asked = (start: Parameters<typeof startSession>[1]) =>
    startSession(db, start).questions.map(({ id }) => id)
  expect(asked({ kind: 'pack', packId, startedAtMs: NOW_MS })).toEqual(ids)
  const questionIds = [ids[1]!, ALPHA]
  expect(asked({ kind: 'chosen', questionIds, startedAtMs: NOW_MS })).toEqual(questionIds)
  expect(asked({ kind: 'one', questionId: ids[1]!, startedAtMs: NOW_MS })).toEqual([ids[1]])
})

test('what is not for the person is asked no more, until that is taken back', () => {
  const db = trialStore()
  const ask = () =>
    startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS }).questions.length
  changeLayer(db, { questionId: ALPHA, layer: { isNotForMe: true } })
  expect(ask()).toBe(2)
  changeLayer(db, { questionId: ALPHA, layer: { isNotForMe: false } })
  expect(ask()).toBe(3)
})

test('what is said of it changes, and nothing else', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Acme', ['Why us?'])
  const [questionId] = ids as [string]
  updateQuestion(db, { questionId, fields: { tags: ['hard'], shortTitle: 'Us' } })
  updateQuestion(db, { questionId, fields: { shortTitle: null }, outline: ['money'] })
  expect(readQuestionCard(db, questionId)).toMatchObject({
    question: { question: 'Why us?', tags: ['hard'], shortTitle: null },
    layer: { outline: ['money'] },
  })
})

test('what comes with the app is not changed, moved or added to', () => {
  const db = trialStore()
  const refused = expect.objectContaining({ code: 'BAD_REQUEST' }) as Error
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?'])
  const fields = QuestionFieldsSchema.parse({ question: 'Mine' })
  const move = { questionIds: [ALPHA, ...ids], into: { packId }, beforeQuestionId: null }
  for (const work of [
    () => updateQuestion(db, { questionId: ALPHA, fields: { question: 'Mine' } }),
    () => moveQuestions(db, move),
    () => createQuestion(db, { into: { packId: 'trial' }, fields }),
    () => changePack(db, { packId: 'trial', title: 'Mine' }),
  ]) {
    expect(work).toThrow(refused)
  }
  expect(() => updateQuestion(db, { questionId: 'own/nothing', fields: {} })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }) as Error,
  )
})

test('a copy is one\u2019s own, with what one has put on the question', () => {
  const db = trialStore()
  changeLayer(db, { questionId: ALPHA, layer: { outline: ['canal lock'], isStarred: true } })
  const { questionIds, packId } = copyQuestions(db, {
    questionIds: [ALPHA, 'trial/beta'],
    into: { title: 'Mine' },
  })
  expect(questionIds).toHaveLength(2)
  updateQuestion(db, { questionId: questionIds[0]!, fields: { question: 'Reworded?' } })
  expect(readQuestionCard(db, questionIds[0]!)).toMatchObject({
    question: { question: 'Reworded?', talkingPoints: ['One point'] },
    layer: { outline: ['canal lock'], isStarred: false },
    pack: { id: packId },
  })
  expect(readQuestionCard(db, ALPHA).question.question).toBe('What about alpha?')
})

test('questions stand where they are put, as often as one likes', () => {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['a', 'b', 'c', 'd'])
  const [a, b, c, d] = ids as [string, string, string, string]
  const order = (of = packId) => listQuestions(db, { ...ALL, packId: of }).questionIds
  const move = (questionIds: string[], beforeQuestionId: string | null, to = packId) =>
    moveQuestions(db, { questionIds, into: { packId: to }, beforeQuestionId })
  move([d], a)
  expect(order()).toEqual([d, a, b, c])
  move([a, d], null)
  expect(order()).toEqual([b, c, a, d])
  // Many times into the same gap: there is always room.
  for (let time = 0; time < 40; time += 1) move([time % 2 === 0 ? d : a], c)
  expect(order()).toEqual([b, d, a, c])
  expect(() => move([a, b], b)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }) as Error)

  const other = createPack(db, { title: 'Other' })
  move([c, a], null, other)
  expect([order(), order(other)]).toEqual([
    [b, d],
    [c, a],
  ])
})

test('tags go to the question where it is one\u2019s own, and to one\u2019s layer where it is not', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Acme', ['Why us?'])
  tagQuestions(db, { questionIds: [ALPHA, ids[0]!], add: ['hard', 'mine'], remove: [] })
  tagQuestions(db, { questionIds: [ALPHA, ids[0]!], add: [], remove: ['mine'] })
  expect(readQuestionCard(db, ids[0]!)).toMatchObject({ question: { tags: ['hard'] } })
  expect(readQuestionCard(db, ALPHA)).toMatchObject({
    question: { tags: ['process', 'technical'] },
    layer: { tags: ['hard'] },
  })
})

test('of a question that is not there no form is kept', () => {
  const db = trialStore()
  const draft = { question: 'Why' }
  expect(() => keepDraft(db, { questionId: 'own/gone', draft })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }) as Error,
  )
})

test('a list that was pasted is a draft of its own', () => {
  const db = trialStore()
  keepDraft(db, { questionId: null, draft: { question: 'Why' } })
  keepDraft(db, { questionId: PASTED_DRAFT_ID, draft: { pasted: '- Why us?' } })
  expect(readDraft(db, PASTED_DRAFT_ID)).toEqual({ pasted: '- Why us?' })
  expect(readDraft(db, null)).toEqual({ question: 'Why' })
  discardDraft(db, PASTED_DRAFT_ID)
  expect(readDraft(db, PASTED_DRAFT_ID)).toBeNull()
})

test('the draft of a form is used up by saving it', () => {
  const db = trialStore()
  const packId = createPack(db, { title: 'Acme' })
  keepDraft(db, { questionId: null, draft: { question: 'Why' } })
  keepDraft(db, { questionId: null, draft: { question: 'Why us' } })
  expect(readDraft(db, null)).toEqual({ question: 'Why us' })
  const id = ownQuestion(db, packId, 'Why us?')
  expect(readDraft(db, null)).toBeNull()
  keepDraft(db, { questionId: id, draft: { question: 'Why not' } })
  expect(readQuestionCard(db, id).question.question).toBe('Why us?')
  updateQuestion(db, { questionId: id, fields: { question: 'Why not?' } })
  expect(readDraft(db, id)).toBeNull()
})
