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

test('an import that is killed has brought in all of its list or nothing', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const random = new Random()
  const counts = { runs: 0, nothing: 0, everything: 0, half: 0, ended: 0, withoutRecord: 0 }
  let current = running
  // One that nobody kills says how long it takes until the rows are there, and then the records.
  const startedMs = performance.now()
  const whole = current.page.evaluate(startImport, ['whole', QUESTIONS] as const)
  const soon = { intervals: [10], timeout: 60_000 }
  await expect.poll(() => ownQuestions(dataFolder), soon).toBe(QUESTIONS)
  const commitMs = performance.now() - startedMs
  await whole
  const importMs = performance.now() - startedMs
  let before = QUESTIONS
  while (counts.runs < RUNS) {
    const importing = current.page.evaluate(startImport, [String(counts.runs), QUESTIONS] as const)
    let hasEnded = false
    // The kill ends it, or it has ended before.
    void importing.then(() => (hasEnded = true)).catch(() => {})
    await wait(random.between(0, counts.runs % 2 === 0 ? commitMs : importMs))
    if (hasEnded) counts.ended += 1
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
  // The survey of a start that is not killed makes good what the kills left without a record.
  const withoutRecord = () => survey(dataFolderAt(dataFolder)).unrecordedQuestions.length
  await expect
    .poll(withoutRecord, { timeout: 60_000 })
    .toBe(0)
    .catch(() => {})
  counts.withoutRecord = withoutRecord()
  reportFigure(
    'killed while importing',
    { ...counts, seed: random.seed },
    'all of the list or nothing, and each question with its record in the end',
  )
  expect(counts.half).toBe(0)
  expect(counts.withoutRecord).toBe(0)
  // Otherwise nothing was tried: no kill came amid an import.
  expect(counts.ended).toBeLessThan(counts.runs)
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
