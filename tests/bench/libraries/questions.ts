import { cpSync } from 'node:fs'
import { createPack } from '../../../electron/store/questions/ownPacks'
import { questionInserter } from '../../../electron/store/questions/questionFields'
import type { Database } from '../../../electron/store/database/database'
import { QuestionFieldsSchema } from '../../../shared/questions/questionFields'
import { Random } from '../../faults/random'
import { launchApp } from '../../helpers/launch'
import { emptyLibrary, withDatabase } from './libraries'
import { noteOf } from './notes'
import { madeOnce } from './scratch'

/** How many of one's own: as many as a notebook has, and as many as a list may have. */
export const FEW_QUESTIONS = 20
export const MANY_QUESTIONS = 10_000

const TAGS = ['behavioural', 'team', 'design', 'ops']
const GAP = 1024

/** A library with so many questions of one's own, each with words of its own and two examples. */
export function libraryOfQuestions(questionCount: number): Promise<string> {
  return madeOnce(`questions-${String(questionCount)}`, async (folder) => {
    cpSync(await emptyLibrary(), folder, { recursive: true, verbatimSymlinks: true })
    withDatabase(folder, (db) => addQuestions(db, questionCount))
    // The first start with them writes their records, which is no part of what is measured.
    const { app, page } = await launchApp({ dataFolder: folder })
    await page.getByRole('heading', { name: 'Practice' }).waitFor()
    await app.close()
  })
}

function addQuestions(db: Database, questionCount: number): void {
  const random = new Random(3)
  const add = db.transaction(() => {
    const packId = createPack(db, { title: 'Acme' })
    const insert = questionInserter(db)
    for (let number = 1; number <= questionCount; number += 1) {
      const examples = [noteOf(random), noteOf(random)]
      const fields = QuestionFieldsSchema.parse({
        question: `${noteOf(random)}?`,
        tags: [TAGS[number % TAGS.length]],
        exampleAnswers: examples.map((text) => ({ text })),
      })
      insert({ packId, position: number * GAP, fields })
    }
  })
  add.immediate()
}
