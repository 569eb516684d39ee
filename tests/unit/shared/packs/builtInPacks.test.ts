import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePack } from '../../../../shared/pack'
import { markOf, packFaults, TO_ASK } from './packFaults'

const FOLDER = new URL('../../../../resources/packs/', import.meta.url)

/** One of them is on each built-in card; a pack may use any other words besides. */
const KINDS = ['behavioural', 'technical', 'opinion', TO_ASK]

/** The wording and the order are fixed. */
const BUILT_IN_QUESTIONS = [
  'What is your development experience?',
  'What languages are you experienced with?',
  'What language do you prefer to work in?',
  'What is your favorite development tool?',
  'What is your development process like?',
  'What are the most challenging aspects of development?',
  'What do you enjoy most about development?',
  'What motivates you to keep learning new technologies?',
  'What are your favorite technologies to work with?',
  'How do you stay up-to-date with new developments?',
  'What is your take on microservices?',
  'What is your experience with DevOps?',
  'What is your experience with containers?',
  'What is your experience with cloud-based solutions?',
  'What is your experience with API development?',
  'What is your experience with web development?',
  'What is your experience with database development?',
  'What is your experience with system administration?',
  'What other skills do you bring to the table?',
]

const packs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'pack.schema.json')
  .map((name) => ({
    name,
    pack: parsePack(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))),
  }))

test('a reader of the built-in packs stumbles over nothing', () => {
  expect(packFaults(packs.map(({ pack }) => pack))).toEqual([])
})

test('the pack for back-end developers asks its questions in the fixed order', () => {
  const backend = packs.find(({ pack }) => pack.id === 'backend-developer')?.pack
  expect(backend?.title).toBe('Backend Developer')
  expect(backend?.questions.map((one) => one.question)).toEqual(BUILT_IN_QUESTIONS)
})

describe.each(packs)('$name', ({ name, pack }) => {
  test('is called like its pack', () => {
    expect(name).toBe(`${pack.id}.json`)
  })

  test('each question has a short title of its own, short enough for the narrowest list', () => {
    const titles = pack.questions.map((one) => one.shortTitle ?? '')
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter((title) => title.length > 18)).toEqual([])
    expect(titles.filter((title) => !/^\S+( \S+){1,3}$/.test(title))).toEqual([])
  })

  test.each(pack.questions)('the card $id is complete', (card) => {
    const { exampleAnswers, talkingPoints, pitfalls, outline, tags } = card
    expect(exampleAnswers.length).toBeGreaterThanOrEqual(3)
    expect(exampleAnswers.filter(({ label }) => markOf(label) === 'short')).toHaveLength(1)
    expect(talkingPoints.length).toBeGreaterThanOrEqual(3)
    expect(talkingPoints.length).toBeLessThanOrEqual(5)
    expect(pitfalls.length).toBeGreaterThanOrEqual(1)
    expect(pitfalls.length).toBeLessThanOrEqual(3)
    expect(outline.length).toBeGreaterThanOrEqual(4)
    expect(outline.length).toBeLessThanOrEqual(6)
    expect(tags.filter((tag) => KINDS.includes(tag))).toHaveLength(1)
    expect(tags.length).toBeGreaterThanOrEqual(3)
    const [shortest, longest] = card.targetSeconds
    expect(shortest).toBeGreaterThanOrEqual(tags.includes(TO_ASK) ? 15 : 30)
    expect(longest).toBeLessThanOrEqual(180)
  })
})
