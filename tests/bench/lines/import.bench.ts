import {
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { createPack } from '../../../electron/store/questions/ownPacks'
import { questionInserter } from '../../../electron/store/questions/questionFields'
import { QuestionFieldsSchema } from '../../../shared/questions/questionFields'
import { withApp } from '../apps/driven'
import { delays, watchDelays } from '../apps/mainDelays'
import { compared } from '../figures/result'
import { paintedMs } from '../inPage/painted'
import { copyOf, emptyLibrary, withDatabase } from '../libraries/libraries'
import { line } from '../line'
import { inPairs } from '../pairs'

const QUESTIONS = 10_000
/** Each brings in ten thousand questions, with a start of the app before it. */
const PAIRS_OF_IMPORTS = 5
const LONGEST_STALL_MS = 50

const CSV = [
  'id,question,answer,tags',
  ...Array.from({ length: QUESTIONS }, (_, index) => {
    const number = String(index + 1)
    const answer = `For the matter ${number}, I would first ask who needs it, and why they need it now.`
    return `bench-${number},"What would you say about the matter ${number}, in the end?","${answer}","matters, bench"`
  }),
].join('\n')

/** From the click to the words that all of it is there, against its parts in plain Node. */
line('import', async () => {
  const empty = await emptyLibrary()
  const longestStall: number[] = []
  let records: Buffer[] = []
  const importMs = async (): Promise<number> => {
    const dataFolder = copyOf(empty)
    const tookMs = await withApp({ dataFolder }, async ({ app, page }) => {
      await page.getByRole('link', { name: 'Questions', exact: true }).click()
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      const buffer = Buffer.from(CSV)
      await (await chooser).setFiles({ name: 'bench.csv', mimeType: 'text/csv', buffer })
      const button = page.getByRole('button', { name: 'Import 10,000 questions' })
      await button.waitFor()
      await watchDelays(app)
      const doneMs = await paintedMs(page, {
        event: 'click',
        act: () => button.click(),
        selectors: ['[role=status]'],
        text: '10,000 questions imported',
      })
      longestStall.push((await delays(app)).maxMs)
      return doneMs
    })
    const folder = join(dataFolder, 'questions')
    // Those of the app's own questions are there too.
    const all = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    records = all.filter((record) => record.includes('the matter'))
    if (records.length !== QUESTIONS) throw new Error(`${String(records.length)} records`)
    return tookMs
  }
  // What the records say is known once the app has written them.
  await importMs()
  longestStall.length = 0
  const pairs = await inPairs(PAIRS_OF_IMPORTS, {
    value: importMs,
    floor: () => Promise.resolve(plainMs(copyOf(empty), records)),
  })
  const stallMs = Math.max(...longestStall)
  const also = {
    wanted: `no stall of main over ${String(LONGEST_STALL_MS)} ms`,
    holds: stallMs <= LONGEST_STALL_MS,
  }
  return compared({ unit: 'ms', ...pairs, atMost: 1.5, also: [also], beside: { longestStall } })
})

function plainMs(dataFolder: string, records: readonly Buffer[]): number {
  const folder = join(dataFolder, 'records')
  mkdirSync(folder)
  const beganAtMs = performance.now()
  const rows = parse(CSV, { columns: true }) as { question: string; answer: string; tags: string }[]
  withDatabase(dataFolder, (db) => {
    const packId = createPack(db, { title: 'Bench' })
    const insert = questionInserter(db)
    const insertAll = db.transaction(() => {
      rows.forEach(({ question, answer, tags }, position) => {
        const exampleAnswers = [{ text: answer }]
        const fields = QuestionFieldsSchema.parse(
          { question, exampleAnswers, tags: tags.split(', ') },
          { jitless: true },
        )
        insert({ packId, position: position + 1, fields })
      })
    })
    insertAll.immediate()
  })
  records.forEach((record, index) => {
    writeFileSync(join(folder, String(index)), record, { flush: true })
  })
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
  return performance.now() - beganAtMs
}
