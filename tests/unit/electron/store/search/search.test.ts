import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { savePack } from '../../../../../electron/store/questions/packs'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import {
  removeTakeRow,
  setTakeDeleted,
  setTakeNotes,
} from '../../../../../electron/store/takes/takes'
import type { Session, Take } from '../../../../../shared/model'
import { findTerms, searchTerms } from '../../../../../shared/search/terms'
import { plainText, SEARCHES } from '../../../shared/search/searches'
import { beginTake, memoryStore, NOW_MS, packOf, packQuestion } from '../fixture'
import { recordTake, start } from '../fixture'

const PACK = packOf([
  packQuestion('services', {
    question: 'What is your take on microservices?',
    exampleAnswers: [
      { label: 'Two years in', text: 'We split the billing code.' },
      { label: 'Labelword', text: 'Deployments of the Café ordering system took hours.' },
    ],
  }),
  packQuestion('tools', { question: 'What is your favorite development tool?' }),
])

/** A store with one session, and one take on the first question. */
function searchStore(notes = ''): { db: Database; session: Session; take: Take } {
  const db = memoryStore()
  savePack(db, PACK)
  const session = start(db)
  return { db, session, take: recordTake(db, session.id, 'trial/services', notes) }
}

const search = (db: Database, query: string) =>
  listSessions(db, { query, before: null, limit: 50 }).sessions
const foundIn = (db: Database, query: string) =>
  search(db, query).flatMap(({ matches }) => matches.map((match) => match.foundIn))

test.each([
  ['microservices', ['question']],
  ['MICROSERV take', ['question']],
  ['billing', ['example']],
  ['cafe', ['example']],
  ['CAFÉ', ['example']],
  ['cafe\u0301', ['example']],
  ['billing deployments', ['example']],
  ['what', ['question']],
  ['breathe', ['notes']],
  ['breathe, then "start"!', ['notes']],
  ['we', ['example', 'notes']],
])('%s is found in %j', (query, expected) => {
  const { db } = searchStore('Breathe before you start, then we begin.')
  expect(foundIn(db, query)).toEqual(expected)
})

test.each([
  ['a word that is nowhere', 'kubernetes'],
  ['the end of a word', 'services'],
  ['words from two documents', 'microservices billing'],
  ['words from the question and the notes', 'microservices breathe'],
  ['an operator as a word', 'microservices NOT billing'],
  ['the label of an example', 'labelword'],
  ['a question that was not answered', 'favorite'],
])('nothing is found for %s', (_, query) => {
  const { db } = searchStore('Breathe.')
  expect(search(db, query)).toEqual([])
})

test.each(['', '   ', '\u0000', '\u0301', '\ud800'])(
  'an unseen query (%j) is no filter',
  (query) => {
    const { db, session } = searchStore('Breathe.')
    expect(search(db, query)).toEqual([expect.objectContaining({ id: session.id, matches: [] })])
  },
)

test.each(['%', '🎤', '"', '…', '*', "';--", '"" * ^ : ( ) { } -', '🎤 👍🏽', '||', '\\'])(
  'signs that are nowhere (%s) find nothing',
  (query) => {
    const { db } = searchStore('Breathe.')
    expect(search(db, query)).toEqual([])
  },
)

test.each([
  ['"breathe', true],
  ['breathe"', true],
  ['breathe OR', true],
  ['breathe AND (', true],
  ['"breathe" NOT near', true],
  ['breathe*', false],
  ['^breathe', false],
  ['notes:breathe', false],
  ['{notes} : breathe', false],
  ['NEAR(breathe)', false],
  ['-breathe', false],
  ["breathe' OR 1=1 --", false],
  ['breathe" OR "nothing', false],
])('nothing in a query is an operator: %s', (query, isFound) => {
  const { db } = searchStore('notes near breathe and or not (1 1), "breathe"')
  expect(foundIn(db, query)).toEqual(isFound ? ['notes'] : [])
})

test('what is found over many scripts is what the page marks', () => {
  const { db } = searchStore()
  const sessions = SEARCHES.map(([, , text]) => {
    const { id } = start(db)
    recordTake(db, id, 'trial/tools', plainText(text))
    return { text, id }
  })
  for (const [what, query, text] of SEARCHES) {
    // Not in the question, which has words and signs of its own.
    const found = listSessions(db, { query, before: null, limit: 200 }).sessions.filter(
      ({ matches }) => matches.some((match) => match.foundIn === 'notes'),
    )
    const isFound = ({ id }: { id: string }) => found.some((each) => each.id === id)
    expect(sessions.filter((each) => each.text === text).every(isFound), what).toBe(
      text.includes('['),
    )
    const marked = sessions.filter((each) =>
      searchTerms(query).every((term) => findTerms(plainText(each.text), [term]).length > 0),
    )
    expect(sessions.filter(isFound), what).toEqual(marked)
  }
})

test('a letter that SQLite does not know yet and the longest query do no harm', () => {
  const { db } = searchStore('Breathe.')
  expect(foundIn(db, '\u{1E900}\u{1E901}')).toEqual([])
  const words = Array.from({ length: 250 }, (_, index) => String.fromCharCode(0x4e00 + index))
  expect(foundIn(db, words.join(' '))).toEqual([])
  expect(foundIn(db, 'b '.repeat(250))).toEqual(['example', 'notes'])
})

test('a match says where, with a short plain excerpt around it', () => {
  const filler = 'and then some more words that nobody looks for '.repeat(20)
  const { db } = searchStore(`${filler}<b>paused</b>\n too ${filler}`)
  const [match] = search(db, 'paused')[0]?.matches ?? []
  expect(match).toMatchObject({
    questionId: 'trial/services',
    question: 'What is your take on microservices?',
    language: 'en',
    foundIn: 'notes',
  })
  expect(match?.excerpt).toMatch(/^…\S.* <b>paused<\/b> too .*\S…$/)
  expect(match?.excerpt.length).toBeLessThanOrEqual(125)
})

test('matches come in the order of the questions, once for the notes of several takes', () => {
  const { db, session } = searchStore('Second thought on pace')
  recordTake(db, session.id, 'trial/services', 'Third thought on pace')
  recordTake(db, session.id, 'trial/tools', 'Tool pace')
  const [found] = search(db, 'pace')
  expect(found?.matches.map(({ questionId, excerpt }) => [questionId, excerpt])).toEqual([
    ['trial/services', 'Second thought on pace'],
    ['trial/tools', 'Tool pace'],
  ])
})

test('only takes that can be seen count', () => {
  const { db, session, take } = searchStore('Breathe.')
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  recordTake(db, session.id, 'trial/tools')
  const recording = beginTake(db, session.id, 'trial/services')
  setTakeNotes(db, { takeId: recording.id, notes: 'Breathe.' })
  expect(search(db, 'breathe')).toEqual([])
  expect(search(db, 'microservices')).toEqual([])

  setTakeDeleted(db, { takeId: take.id, deletedAtMs: null })
  expect(foundIn(db, 'breathe')).toEqual(['notes'])
  expect(foundIn(db, 'microservices')).toEqual(['question'])
  setSessionDeleted(db, { sessionId: session.id, deletedAtMs: NOW_MS })
  expect(search(db, 'breathe')).toEqual([])
})

test('search follows notes that are changed, cleared and removed', () => {
  const { db, take } = searchStore('First 移行')
  setTakeNotes(db, { takeId: take.id, notes: 'Other words' })
  expect(search(db, 'first')).toEqual([])
  expect(search(db, '移')).toEqual([])
  expect(foundIn(db, 'other words')).toEqual(['notes'])
  setTakeNotes(db, { takeId: take.id, notes: '' })
  expect(search(db, 'words')).toEqual([])
  setTakeNotes(db, { takeId: take.id, notes: 'Last words' })
  removeTakeRow(db, take.id)
  expect(db.prepare('SELECT * FROM note_search').all()).toEqual([])
})

test('matching sessions are paged like all others', () => {
  const { db } = searchStore('Breathe.')
  recordTake(db, start(db).id, 'trial/tools', 'Something else')
  recordTake(db, start(db).id, 'trial/tools', 'Breathe again')
  const first = listSessions(db, { query: 'breathe', before: null, limit: 1 })
  expect(first.hasMore).toBe(true)
  const before = first.sessions[0]?.id ?? null
  const second = listSessions(db, { query: 'breathe', before, limit: 1 })
  expect(second.hasMore).toBe(false)
  expect(second.sessions[0]?.matches[0]?.excerpt).toBe('Breathe.')
})
