import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { survey } from '../../../electron/recovery/survey'
import { dataFolderAt } from '../../../electron/disk/dataFolder'
import { expect, test } from '../../e2e/fixtures'
import { ask } from '../bridge'
import { runsOf } from '../count'
import { Random } from '../random'
import { reportFigure } from '../report'
import { killEverything } from './processes'

const RUNS = runsOf({ usually: 5 })
const QUESTIONS = 1000
/** Longer than the import itself takes: some kills come before its commit, some after it. */
const WITHIN_MS = 3500

test('an import that is killed has brought in all of its list or nothing', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const random = new Random()
  const counts = { runs: 0, nothing: 0, everything: 0, half: 0, withoutRecord: 0 }
  let current = running
  let before = 0
  while (counts.runs < RUNS) {
    const importing = current.page.evaluate(startImport, [String(counts.runs), QUESTIONS] as const)
    importing.catch(() => {}) // the kill ends it
    await wait(random.between(50, WITHIN_MS))
    await killEverything(current.app)
    counts.runs += 1
    current = await launch()
    await ask(current.page, 'packs.list', undefined)
    const now = ownQuestions(dataFolder)
    if (now === before) counts.nothing += 1
    else if (now === before + QUESTIONS) counts.everything += 1
    else counts.half += 1
    before = now
  }
  // One that nobody kills is there when it is answered for.
  await current.page.evaluate(startImport, ['whole', QUESTIONS] as const)
  expect(ownQuestions(dataFolder)).toBe(before + QUESTIONS)
  // The survey of a start that is not killed makes good what the kills left without a record.
  const isRecorded = () => survey(dataFolderAt(dataFolder)).unrecordedQuestions.length
  await expect.poll(isRecorded, { timeout: 60_000 }).toBe(0)
  counts.withoutRecord = isRecorded()
  reportFigure(
    'killed while importing',
    { ...counts, seed: random.seed },
    'all of the list or nothing, and each question with its record in the end',
  )
  expect(counts.half).toBe(0)
})

function startImport([name, count]: readonly [string, number]): Promise<unknown> {
  const rows = Array.from({ length: count }, (_, index) => ({
    questionId: null,
    fileId: `${name}-${String(index)}`,
    fields: { question: `Why number ${String(index)} of ${name}?`, tags: [name] },
  }))
  const bridge = Reflect.get(window, 'soundcheck') as {
    request: (name: string, input: unknown) => Promise<unknown>
  }
  const into = { title: `List ${name}` }
  return bridge.request('questions.import', {
    into,
    rows: new TextEncoder().encode(JSON.stringify(rows)),
  })
}

function ownQuestions(dataFolder: string): number {
  const db = new Database(join(dataFolder, 'soundcheck.db'), { readonly: true })
  try {
    const count = db.prepare<[], number>("SELECT count(*) FROM questions WHERE id LIKE 'own/%'")
    return count.pluck().get() ?? 0
  } finally {
    db.close()
  }
}
