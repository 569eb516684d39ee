import type { Page } from '@playwright/test'
import { ERROR_WORDS } from '../../../../shared/errors'
import type { Session } from '../../../../shared/model'
import { ask } from '../../../helpers/ask'
import type { RunningApp } from '../../../helpers/launch'
import { storeTake } from '../../../helpers/storeTake'
import { expect, test } from '../../fixtures'
import { isValid, makeCalls, overTheBridge, type Call } from './calls'
import { settledContentsOf } from './contents'
import { watchForHarm } from './harm'
import type { Recipe } from './recipe'
import { callAsTakenOverPage, callFromPage, type Outcome } from './ways'

/*
 * Thousands of requests that nobody should make, at random, to every request of the contract; new
 * ones are taken in by themselves. Whatever comes, main answers with a code, goes on, and nothing
 * that is stored changes. A failure names its seed: SOUNDCHECK_FUZZ_SEED repeats it.
 */
const COUNT = Number(process.env.SOUNDCHECK_FUZZ_CALLS ?? 2000)
const SEED = Number(process.env.SOUNDCHECK_FUZZ_SEED ?? Date.now() % 1_000_000)
const BATCH = 50

test.describe.configure({ timeout: 60_000 + COUNT * 50 })

test('what a script in the page can ask for gets a code and changes nothing', async ({
  running,
  dataFolder,
}) => {
  const { problems, figures } = await bombard(running, dataFolder, {
    make: (calls) => callFromPage(running.page, calls),
    arriving: overTheBridge,
  })
  test.info().annotations.push(figureOf('IPC fuzz', figures))
  expect(problems, `seed ${SEED}`).toEqual([])
})

test('what a page that took over its process can ask for gets a code and changes nothing', async ({
  running,
  dataFolder,
}) => {
  const { problems, figures } = await bombard(running, dataFolder, {
    make: (calls) => callAsTakenOverPage(running.app, calls),
    arriving: (recipe) => recipe,
  })
  test.info().annotations.push(figureOf('IPC fuzz past the bridge', figures))
  expect(problems, `seed ${SEED}`).toEqual([])
})

interface Way {
  make(calls: Call[]): Promise<Outcome[]>
  /** What of an input gets to main. */
  arriving(recipe: Recipe): Recipe
}

interface Figures {
  calls: number
  answered: number
  crashes: number
  effects: number
  untyped: number
}

async function bombard(
  running: RunningApp,
  dataFolder: string,
  way: Way,
): Promise<{ problems: string[]; figures: Figures }> {
  const storedIds = await storeSomething(running.page)
  const harmSince = await watchForHarm(running)
  const before = await settledContentsOf(dataFolder)
  const calls = makeCalls({ seed: SEED, count: COUNT }, storedIds)
  const untyped: string[] = []
  let answered = 0
  for (let first = 0; first < calls.length; first += BATCH) {
    const batch = calls.slice(first, first + BATCH)
    for (const [index, outcome] of (await way.make(batch)).entries()) {
      if (outcome.kind === 'answered') answered += 1
      const complaint = complaintAbout(batch[index]!, outcome, way)
      if (complaint !== null) untyped.push(complaint)
    }
  }
  const crashes = await harmSince()
  const after = await settledContentsOf(dataFolder)
  const effects = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (place) => JSON.stringify(before[place]) !== JSON.stringify(after[place]),
  )
  // Still there, and still itself.
  expect(await ask(running.page, 'app.about')).toMatchObject({ ok: true })
  return {
    problems: [...crashes, ...effects.map((place) => `${place} has changed`), ...untyped],
    figures: {
      calls: calls.length,
      answered,
      crashes: crashes.length,
      effects: effects.length,
      untyped: untyped.length,
    },
  }
}

/** A session with takes that have a rating and notes: something to destroy. Answers with its ids. */
async function storeSomething(page: Page): Promise<string[]> {
  const reply = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  if (!reply.ok) throw new Error(reply.error.detail)
  const session = reply.value as Session
  const ids = [session.id]
  for (const question of session.questions.slice(0, 3)) {
    const { id } = await storeTake(page, { sessionId: session.id, questionId: question.id })
    await ask(page, 'takes.rate', { takeId: id, rating: 3 })
    await ask(page, 'takes.annotate', { takeId: id, notes: 'Breathe first' })
    ids.push(id)
  }
  // One that is being recorded meanwhile: nobody else may end it.
  const questionId = session.questions[4]!.id
  const open = await storeTake(page, { sessionId: session.id, questionId }, { finish: false })
  return [...ids, open.id]
}

/** What is wrong with an outcome; null when nothing is. */
function complaintAbout({ name, recipe }: Call, outcome: Outcome, way: Way): string | null {
  const told = `${name} ${JSON.stringify(recipe).slice(0, 500)}`
  if (outcome.kind === 'silent') return `${told}: never answered`
  if (outcome.kind === 'not sent') {
    // By Electron itself: functions, symbols, great depth, and channels that are not there.
    const isKnown = /could not be cloned|depth exceeded|call stack size|No handler registered/.test(
      outcome.reason,
    )
    return isKnown ? null : `${told}: ${outcome.reason}`
  }
  const { ok, error } = outcome.reply as { ok: unknown; error?: { code: string; detail: unknown } }
  const isKnownError =
    error !== undefined &&
    Object.hasOwn(ERROR_WORDS, error.code) &&
    error.code !== 'INTERNAL' &&
    typeof error.detail === 'string' &&
    error.detail.length <= 500
  const isTyped = error === undefined ? ok === true : ok === false && isKnownError
  const isRight = isValid(name, way.arriving(recipe)) !== (error?.code === 'BAD_REQUEST')
  return isTyped && isRight ? null : `${told}: ${JSON.stringify(outcome.reply)}`
}

function figureOf(name: string, figures: Figures): { type: string; description: string } {
  const values = Object.entries(figures).map(([key, value]) => `${key}=${value}`)
  const wanted = 'wanted=0 crashes, 0 effects, 0 untyped'
  return { type: 'figure', description: [name, ...values, wanted].join('|') }
}
