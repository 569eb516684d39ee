import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BUILT_IN_PACKS } from '../../../../electron/library/builtInPacks'
import { parsePack } from '../../../../shared/pack'
import { packFaults } from './packFaults'

const FOLDER = new URL('../../../../resources/packs/', import.meta.url)

/** The wording and the order are fixed. */
const BACKEND_QUESTIONS = [
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

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'pack.schema.json')
  .map((name) => name.replace('.json', ''))
const packOf = (name: string) =>
  parsePack(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))

test('a reader of the built-in packs stumbles over nothing', () => {
  expect(packFaults(names.map(packOf))).toEqual([])
})

test('every pack in the folder is called like its file, and comes with the app', () => {
  expect(names.map((name) => packOf(name).id)).toEqual(names)
  expect(BUILT_IN_PACKS.toSorted()).toEqual(names.toSorted())
})

test('the pack for back-end developers asks its questions in the fixed order', () => {
  const { title, questions } = packOf('backend-developer')
  expect(title).toBe('Backend Developer')
  expect(questions.map((one) => one.question)).toEqual(BACKEND_QUESTIONS)
})
