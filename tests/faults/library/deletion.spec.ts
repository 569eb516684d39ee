import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { filesBelow, storedTakes } from '../../helpers/library'
import { launchApp, temporaryFolder } from '../../helpers/launch'
import type { Take } from '../../../shared/model'
import { storeTake } from '../../helpers/storeTake'
import { ask } from '../bridge'
import { EMPTY_FIELDS } from '../emptyFields'
import { killEverything } from '../kills/processes'
import { reportFigure } from '../report'

/** UNDO_MS and the grace after it. */
const GONE_AFTER_MS = 34_000

/** Words that stand nowhere else, also not in part. */
const MARKERS = ['Xylophonquarkmarker', 'Zwirbelkauzmarker', 'Wirsingbratschenmarker']

test('after the time to undo, nothing of a deleted take is left in the data folder', async () => {
  const { folder, remove } = temporaryFolder()
  const { app, page } = await launchApp({ dataFolder: folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const session = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  const other = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  const questionId = session.questions[0]!.id
  const gone = await storeTake(page, { sessionId: other.id, questionId })
  const kept = await storeTake(page, { sessionId: other.id, questionId })
  const goneWithSession = await storeTake(page, {
    sessionId: (await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' }))
      .id,
    questionId,
  })
  await ask(page, 'takes.annotate', { takeId: gone.id, notes: `${MARKERS[0]} one` })
  await ask(page, 'takes.annotate', { takeId: gone.id, notes: `${MARKERS[0]} two` })
  await ask(page, 'takes.annotate', { takeId: goneWithSession.id, notes: `${MARKERS[1]} three` })
  const mark = await ask(page, 'marks.add', { takeId: gone.id, kind: 'strong', atMs: 100 })
  await ask(page, 'marks.change', { markId: mark.id, note: `${MARKERS[2]} four` })
  await ask(page, 'rubric.answer', { takeId: gone.id, item: 'natural', step: 2 })
  await ask(page, 'questions.choose', { betterTakeId: kept.id, otherTakeId: gone.id })
  await ask(page, 'takes.annotate', { takeId: kept.id, notes: 'Zebrafinkenkeeper' })
  await ask(page, 'backups.make', undefined)
  await ask(page, 'takes.rate', { takeId: gone.id, rating: 2 })
  await ask(page, 'backups.make', undefined)
  // It is really there, also in the backups: the search below can find something.
  expect(places(folder, MARKERS[0]!).some((file) => file.includes('backups'))).toBe(true)

  await ask(page, 'takes.delete', { takeId: gone.id })
  await ask(page, 'sessions.delete', { sessionId: goneWithSession.sessionId })
  await page.waitForTimeout(GONE_AFTER_MS)
  await expect.poll(() => storedTakes(folder).length).toBe(1)

  const traces = [...MARKERS, mark.id, gone.id, goneWithSession.id, goneWithSession.sessionId]
  const hits = traces.flatMap((trace) => places(folder, trace))
  reportFigure('delete means delete', { traces: traces.length, hits: hits.length }, '0 hits')
  expect(hits).toEqual([])
  expect(places(folder, kept.id).length).toBeGreaterThan(0)
  expect(places(folder, 'Zebrafinkenkeeper').some((file) => file.includes('backups'))).toBe(true)
  await app.close()
  expect(traces.flatMap((trace) => places(folder, trace))).toEqual([])
  remove()
})

test('after the time to undo, nothing of a deleted question, pack or interview is left in the data folder', async () => {
  const { folder, remove } = temporaryFolder()
  const { app, page } = await launchApp({ dataFolder: folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const { packId } = await ask(page, 'packs.create', { title: `${MARKERS[0]} pack` })
  const { packId: keptPackId } = await ask(page, 'packs.create', { title: 'Zebrafinkenpack' })
  const create = (into: string, question: string) =>
    ask(page, 'questions.create', {
      into: { packId: into },
      fields: {
        ...EMPTY_FIELDS,
        question,
        // The title of a session in which it is answered is the session's own.
        shortTitle: into === packId ? MARKERS[1]! : null,
        whyTheyAsk: `${MARKERS[1]} why`,
        exampleAnswers: [{ label: 'Me', text: `${MARKERS[1]} example` }],
        followUps: [`${MARKERS[1]} and then?`],
        tags: [MARKERS[1]!],
      },
      outline: [`${MARKERS[2]} line`],
    })
  const inPack = await create(packId, `${MARKERS[0]} in a pack?`)
  const alone = await create(keptPackId, `${MARKERS[0]} alone?`)
  const said = await create(keptPackId, 'Zebrafinkenquestion?')
  const { questionId } = alone
  await ask(page, 'drafts.keep', { questionId, draft: { question: `${MARKERS[2]} form` } })
  await ask(page, 'drafts.keep', { questionId: null, draft: { question: `${MARKERS[2]} new` } })
  const saveInterview = (where: string) =>
    ask(page, 'interviews.save', {
      interviewId: null,
      where,
      date: '2026-11-20',
      scope: { packIds: [packId, keptPackId], includesOwn: false },
    })
  const interview = await saveInterview(`${MARKERS[0]} interview`)
  const keptInterview = await saveInterview('Zebrafinkeninterview')
  for (const { id } of [interview, keptInterview])
    await ask(page, 'interviews.tell', { interviewId: id, questionIds: [questionId] })
  const session = await ask(page, 'sessions.start', { kind: 'one', questionId })
  const gone = await storeTake(page, { sessionId: session.id, questionId })
  const other = await ask(page, 'sessions.start', { kind: 'one', questionId: said.questionId })
  const kept = await storeTake(page, { sessionId: other.id, questionId: said.questionId })
  await ask(page, 'backups.make', undefined)
  expect(places(folder, MARKERS[0]!).some((file) => file.includes('backups'))).toBe(true)
  expect(places(folder, MARKERS[2]!).some((file) => file.includes('questions'))).toBe(true)

  await ask(page, 'questions.delete', { questionIds: [questionId], withTakes: true })
  await ask(page, 'questions.delete', { questionIds: [said.questionId], withTakes: false })
  await ask(page, 'packs.delete', { packId, withTakes: false })
  await ask(page, 'drafts.discard', { questionId: null })
  await ask(page, 'interviews.remove', { interviewId: interview.id })
  await page.waitForTimeout(GONE_AFTER_MS)
  await expect.poll(() => storedTakes(folder).length).toBe(1)

  const ids = [packId, inPack.questionId, questionId, interview.id, gone.id, session.id]
  const traces = [...MARKERS, ...ids]
  const hits = () => traces.flatMap((trace) => places(folder, trace))
  // The records follow.
  await expect
    .poll(hits)
    .toEqual([])
    .catch(() => {})
  const found = hits()
  const figures = { traces: traces.length, hits: found.length }
  reportFigure('a deleted question is gone', figures, '0 hits')
  expect(found).toEqual([])
  // The words of what was answered stay, with the take.
  expect(places(folder, 'Zebrafinkenquestion?').length).toBeGreaterThan(0)
  expect(places(folder, kept.id).length).toBeGreaterThan(0)
  expect(places(folder, 'Zebrafinkeninterview').length).toBeGreaterThan(0)
  await app.close()
  expect(traces.flatMap((trace) => places(folder, trace))).toEqual([])
  remove()
})

/** When the app is killed, counted from when it was told to quit. */
const KILLED_AFTER_MS = [0, 30, 90, 250]

test('what is deleted just before quitting is gone from every backup, also when the quitting is killed', async () => {
  const { folder, remove } = temporaryFolder()
  const takes = await takesInManyBackups(folder, 1 + KILLED_AFTER_MS.length)
  const [first, ...others] = takes as [Take, ...Take[]]
  const tracesOf = ({ id }: Take) => [id, noteOf(id)].flatMap((trace) => places(folder, trace))
  expect(tracesOf(first).filter((file) => file.includes('backups')).length).toBeGreaterThan(60)

  const running = await launchApp({ dataFolder: folder })
  await ask(running.page, 'takes.delete', { takeId: first.id })
  await running.app.close()
  const leftByQuitting = tracesOf(first).length
  expect(leftByQuitting).toBe(0)

  let leftByKilling = 0
  for (const [index, take] of others.entries()) {
    const { app, page } = await launchApp({ dataFolder: folder })
    await ask(page, 'takes.delete', { takeId: take.id })
    await app.evaluate(({ app: inMain }) => void setTimeout(() => inMain.quit()))
    await new Promise((resolve) => setTimeout(resolve, KILLED_AFTER_MS[index]))
    await killEverything(app).catch(() => {}) // it may have ended by itself
    const next = await launchApp({ dataFolder: folder })
    await next.page.getByRole('heading', { name: 'Practice' }).waitFor()
    await next.app.close()
    leftByKilling += tracesOf(take).length
  }
  reportFigure('deleted, then quit', { leftByQuitting, leftByKilling }, '0 hits')
  expect(leftByKilling).toBe(0)
  remove()
})

function noteOf(takeId: string): string {
  return `Xylophonquarkmarker of ${takeId}`
}

/** Takes that stand in as many backups as a library has after months, one after the other by date. */
async function takesInManyBackups(folder: string, count: number): Promise<Take[]> {
  const { app, page } = await launchApp({ dataFolder: folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const { id: sessionId, questions } = await ask(page, 'sessions.start', {
    kind: 'pack',
    packId: 'backend-developer',
  })
  const takes: Take[] = []
  for (let index = 0; index < count; index += 1) {
    const take = await storeTake(page, { sessionId, questionId: questions[0]!.id })
    await ask(page, 'takes.annotate', { takeId: take.id, notes: noteOf(take.id) })
    takes.push(take)
  }
  const { name } = await ask(page, 'backups.make', undefined)
  await app.close()
  for (let minute = 10; minute < 46; minute += 1) {
    const copy = `2026-01-01T12-${String(minute)}-00.000Z.by-hand.db`
    copyFileSync(join(folder, 'backups', name), join(folder, 'backups', copy))
  }
  return takes
}

/** Every file that has the text in it or in its path, as UTF-8 or as UTF-16. */
function places(folder: string, text: string): string[] {
  const patterns = [
    Buffer.from(text),
    Buffer.from(text.toLowerCase()),
    Buffer.from(text, 'utf16le'),
  ]
  return filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file)
    return file.includes(text) || patterns.some((pattern) => bytes.includes(pattern))
  })
}
