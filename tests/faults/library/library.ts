import { cpSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { launchApp, temporaryFolder, type RunningApp } from '../../helpers/launch'
import { storedTakes, type StoredTake } from '../../helpers/library'
import { storeTake } from '../../helpers/storeTake'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import { ask } from '../bridge'
import { EMPTY_FIELDS } from '../emptyFields'

export interface Library {
  folder: string
  /** What the database said when the app had quit. */
  takes: StoredTake[]
  /** Questions of one's own, as they were when the app had quit; the backup knows less of them. */
  questions: QuestionCard[]
}

/**
 * A library as somebody has it after some evenings: takes with notes, ratings and a best one; a
 * backup; then more takes that the backup does not know.
 */
export async function makeLibrary(folder: string): Promise<Library> {
  const { app, page } = await launchApp({ dataFolder: folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const older = await addTakes(page, 5)
  const { packId } = await ask(page, 'packs.create', { title: 'Acme' })
  const questionIds = [await addQuestion(page, packId, 'Why us?')]
  await ask(page, 'backups.make', undefined)
  await addTakes(page, 3)
  // Words that the backup does not know of a take that it does.
  await ask(page, 'takes.annotate', { takeId: older[0]!, notes: 'Written after the backup' })
  await ask(page, 'takes.keepAsBest', { takeId: older[4]!, isBest: true })
  await ask(page, 'questions.update', {
    questionId: questionIds[0]!,
    fields: { question: 'Reworded after the backup?', tags: ['after'] },
  })
  questionIds.push(await addQuestion(page, packId, 'Written after the backup?'))
  const questions = await cardsOf(page, questionIds)
  await app.close()
  return { folder, takes: storedTakes(folder), questions }
}

/** Everything about these questions; throws when one is not there. */
export function cardsOf(page: Page, questionIds: readonly string[]): Promise<QuestionCard[]> {
  return Promise.all(questionIds.map((questionId) => ask(page, 'questions.read', { questionId })))
}

async function addQuestion(page: Page, packId: string, question: string): Promise<string> {
  const { questionId } = await ask(page, 'questions.create', {
    into: { packId },
    fields: { ...EMPTY_FIELDS, question, tags: ['mine'] },
    outline: ['the canal lock', 'numbers'],
  })
  return questionId
}

async function addTakes(page: Page, count: number): Promise<string[]> {
  const takeIds: string[] = []
  const session = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  for (let index = 0; index < count; index += 1) {
    const questionId = session.questions[index % 3]!.id
    const { id: takeId } = await storeTake(page, { sessionId: session.id, questionId })
    takeIds.push(takeId)
    await ask(page, 'takes.annotate', { takeId, notes: `Notes on take ${String(index)}` })
    await ask(page, 'takes.rate', { takeId, rating: 3 })
    if (index === 1) await ask(page, 'takes.keepAsBest', { takeId, isBest: true })
  }
  await ask(page, 'sessions.finish', { sessionId: session.id })
  return takeIds
}

/** Does something with a copy of the library, which is removed afterwards. */
export async function withCopy<Result>(
  library: Library,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const { folder, remove } = temporaryFolder()
  try {
    cpSync(library.folder, folder, { recursive: true, verbatimSymlinks: true })
    return await work(folder)
  } finally {
    remove()
  }
}

/** Starts the app, does something with its page, and quits as a person would. */
export async function withApp<Result>(
  folder: string,
  work: (running: RunningApp, errors: string[]) => Promise<Result>,
): Promise<Result> {
  const running = await launchApp({ dataFolder: folder })
  const errors: string[] = []
  running.page.on('pageerror', (error) => errors.push(error.message))
  try {
    return await work(running, errors)
  } finally {
    await running.app.close()
  }
}
