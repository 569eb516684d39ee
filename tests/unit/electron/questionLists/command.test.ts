import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixture'
import { deckOf, oldCollection } from './deck'

/** What `npm run read-questions` runs, without npm in front of it. */
function readQuestions(...args: readonly string[]) {
  return readQuestionsIn({}, ...args)
}

function readQuestionsIn(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const { status, stdout, stderr } = run(env, args)
  // One line of JSON, and nothing else.
  expect({ stderr, lines: stdout.split('\n').length }).toEqual({ stderr: '', lines: 2 })
  return { status, outcome: JSON.parse(stdout) as Record<string, unknown> }
}

function run(env: NodeJS.ProcessEnv, args: readonly string[]) {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { 'read-questions': string }
  }
  const [, ...command] = scripts['read-questions'].split(' ')
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  return spawnSync(process.execPath, [...command, ...args], options)
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

test('prints what it read, in exactly this shape', () => {
  const csv =
    'id,question,answer,tags,follow-ups\n7,Why?,So.,"a, b",How?|And?\n,,,,\n8,WHY,,,\n,Where?,,,'
  expect(readQuestions(file('a.csv', csv))).toEqual({
    status: 0,
    outcome: {
      ok: true,
      format: 'csv',
      questions: [
        {
          id: '7',
          question: 'Why?',
          tags: ['a', 'b'],
          exampleAnswers: [{ label: '', text: 'So.' }],
          followUps: ['How?', 'And?'],
        },
        { id: null, question: 'Where?', tags: [], exampleAnswers: [], followUps: [] },
      ],
      skipped: [
        { row: 3, reason: 'empty' },
        { row: 4, reason: 'twin' },
      ],
    },
  })
})

test('says beside its answer what it left out of a deck', () => {
  const deck = deckOf(
    'collection.anki21b',
    oldCollection([{ fields: ['Why? <img src="a.png">', ''] }]),
  )
  const { stdout, stderr } = run({}, [file('a.apkg', deck)])
  const outcome = JSON.parse(stdout) as object
  expect(outcome).toMatchObject({ ok: true, format: 'apkg' })
  expect(Object.keys(outcome)).toEqual(['ok', 'format', 'questions', 'skipped'])
  expect(stderr).toBe('Pictures and sounds left out: 1\n')
})

test('prints why it refused, in exactly this shape', () => {
  const { status, outcome } = readQuestions(file('a.csv', 'question,answer\na,"b'))
  expect(status).toBe(1)
  expect(outcome).toEqual({
    ok: false,
    code: 'CSV_SYNTAX',
    row: 2,
    path: null,
    message: expect.any(String),
  })
})

test('refuses what is no file, and says how it is used', () => {
  const folder = join(temporaryFolder(), 'folder.csv')
  mkdirSync(folder)
  expect(readQuestions(folder)).toMatchObject({ status: 1, outcome: { code: 'NOT_A_FILE' } })
  expect(readQuestions(join(folder, 'none.csv'))).toMatchObject({
    status: 1,
    outcome: { code: 'FILE_NOT_FOUND' },
  })
  expect(readQuestions()).toMatchObject({ status: 1, outcome: { code: 'USAGE' } })
  expect(readQuestions('a', 'b')).toMatchObject({ status: 1, outcome: { code: 'USAGE' } })
})

test('reads no more of a file that is too large than it has to', () => {
  const large = file('a.csv', `question\n${'x'.repeat(11 * 1024 * 1024)}`)
  expect(readQuestions(large)).toMatchObject({ status: 1, outcome: { code: 'TOO_LARGE' } })
})

test('a file is looked for where the person is, although npm runs elsewhere', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'mine.csv'), 'question\nWhy?\n')
  const read = (INIT_CWD: string) => readQuestionsIn({ INIT_CWD }, 'mine.csv')
  expect(read(folder)).toMatchObject({ status: 0, outcome: { ok: true } })
  expect(read('/')).toMatchObject({ status: 1, outcome: { code: 'FILE_NOT_FOUND' } })
})
