import { expect, test } from 'vitest'
import { hidePack, hideQuestions } from '../../../../../electron/store/questions/hiddenQuestions'
import {
  listQuestions,
  listTags,
  questionRows,
} from '../../../../../electron/store/questions/listQuestions'
import { tagQuestions, updateQuestion } from '../../../../../electron/store/questions/ownQuestions'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { setTakeRating } from '../../../../../electron/store/takes/takes'
import { NOW_MS, recordTake, start, trialStore } from '../fixture'
import { ALL, ownPack } from './ownFixture'

const [ALPHA, BETA, GAMMA] = ['trial/alpha', 'trial/beta', 'trial/gamma'] as const

function shelf() {
  const db = trialStore()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Über Geld'])
  const [us, money] = ids as [string, string]
  const found = (changes: Partial<Parameters<typeof listQuestions>[1]>) =>
    listQuestions(db, { ...ALL, ...changes }).questionIds
  return { db, packId, us, money, found }
}

test('all questions in the order of their packs, of one pack, and none that is hidden', () => {
  const { db, packId, us, money, found } = shelf()
  expect(found({})).toEqual([us, money, ALPHA, BETA, GAMMA])
  expect(found({ packId })).toEqual([us, money])
  expect(found({ limit: 3 })).toEqual([us, money, ALPHA])
  expect(found({ limit: 1, packId: 'trial' })).toEqual([ALPHA])
  expect(listQuestions(db, ALL).rows).toEqual([])
  const { questionIds, rows } = listQuestions(db, { ...ALL, limit: 4, rowCount: 2 })
  expect(questionIds).toEqual([us, money, ALPHA, BETA])
  expect(rows).toEqual(questionRows(db, [us, money]))
  hideQuestions(db, { questionIds: [us], deletedAtMs: NOW_MS, withTakes: false })
  expect(found({})).toEqual([money, ALPHA, BETA, GAMMA])
  hidePack(db, { packId, deletedAtMs: NOW_MS, withTakes: false })
  expect(found({})).toEqual([ALPHA, BETA, GAMMA])
  expect(questionRows(db, [us, money, ALPHA]).map(({ id }) => id)).toEqual([ALPHA])
})

test('a search finds whatever is written of a question, spread over its card', () => {
  const { db, us, money, found } = shelf()
  updateQuestion(db, {
    questionId: us,
    fields: {
      shortTitle: 'Motive',
      whyTheyAsk: 'They fear a short stay',
      exampleAnswers: [{ label: 'Me', text: 'The canal lock' }],
      talkingPoints: ['Their harbour'],
      pitfalls: ['Flattery'],
      followUps: ['And in five years?'],
      tags: ['behavioural'],
    },
  })
  const layer = { outline: ['Xylophon'], tags: ['dread'] }
  changeLayer(db, { questionId: us, layer })
  for (const query of [
    'why us',
    'motive',
    'stay',
    'lock',
    'harbour',
    'flattery',
    'five years',
    'behav',
    'xylophon',
    'dread',
    'xylophon behav harb',
  ]) {
    expect(found({ query })).toEqual([us])
  }
  expect(found({ query: 'uber' })).toEqual([money])
  expect(found({ query: 'xylophon geld' })).toEqual([])
  changeLayer(db, { questionId: us, layer: { outline: [] } })
  expect(found({ query: 'xylophon' })).toEqual([])
})

test('never said, starred, weak and not for me', () => {
  const { db, us, found } = shelf()
  const { id: sessionId } = start(db)
  const take = (questionId: string, rating: 1 | 2 | 3 | null, followUp?: string) => {
    const { id: takeId } = recordTake(db, sessionId, questionId, '', followUp)
    setTakeRating(db, { takeId, rating })
  }
  take(ALPHA, 1)
  take(ALPHA, 3)
  take(BETA, 2)
  take(BETA, null)
  take(GAMMA, 1, 'And then?')
  changeLayer(db, { questionId: us, layer: { isStarred: true, isNotForMe: true } })
  expect(found({ filter: 'neverSaid', packId: 'trial' })).toEqual([GAMMA])
  expect(found({ filter: 'weak' })).toEqual([BETA])
  expect(found({ filter: 'starred' })).toEqual([us])
  expect(found({ filter: 'notForMe' })).toEqual([us])
  expect(found({ filter: 'weak', query: 'alpha' })).toEqual([])
  // What was said in a session that is deleted was never said.
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  expect(found({ filter: 'neverSaid', packId: 'trial' })).toEqual([ALPHA, BETA, GAMMA])
  expect(found({ filter: 'weak' })).toEqual([])
})

test('tags are those of the question and one\u2019s own, counted once', () => {
  const { db, us, found } = shelf()
  tagQuestions(db, { questionIds: [us, ALPHA], add: ['dread', 'process'], remove: [] })
  expect(listTags(db)).toEqual([
    { tag: 'dread', questionCount: 2 },
    { tag: 'process', questionCount: 4 },
    { tag: 'technical', questionCount: 3 },
  ])
  expect(found({ tag: 'dread' })).toEqual([us, ALPHA])
  tagQuestions(db, { questionIds: [us], add: [], remove: ['dread'] })
  expect(found({ tag: 'dread' })).toEqual([ALPHA])
})

test('a row says what it is about, when it was said last and how that went', () => {
  const { db, packId, us } = shelf()
  const questionIds = [us]
  const at = { kind: 'chosen', questionIds, startedAtMs: NOW_MS } as const
  const { id: sessionId } = startSession(db, at)
  const takes = [1, 2, 3].map(() => recordTake(db, sessionId, us))
  setTakeRating(db, { takeId: takes[1]!.id, rating: 2 })
  changeLayer(db, { questionId: us, layer: { tags: ['dread'], isStarred: true } })
  expect(questionRows(db, [ALPHA, 'own/gone', us])).toEqual([
    {
      id: ALPHA,
      question: 'What about alpha?',
      shortTitle: null,
      packId: 'trial',
      packTitle: 'Trial',
      packKind: 'built-in',
      tags: ['process', 'technical'],
      isStarred: false,
      isNotForMe: false,
      takeCount: 0,
      lastSaidAtMs: null,
      lastRating: null,
    },
    {
      id: us,
      question: 'Why us?',
      shortTitle: null,
      packId,
      packTitle: 'Acme',
      packKind: 'own',
      tags: ['dread'],
      isStarred: true,
      isNotForMe: false,
      takeCount: 3,
      lastSaidAtMs: NOW_MS,
      lastRating: 2,
    },
  ])
})
