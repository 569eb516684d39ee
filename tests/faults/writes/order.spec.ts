import { join } from 'node:path'
import { expect, test } from '../../e2e/fixtures'
import { ask } from '../bridge'
import { reportFigure } from '../report'
import { MADE_UP_MICROPHONE, PACK_ID, speechIn } from '../speech'
import { askTimed } from './timed'
import { trace, type Call } from './trace'

const TAKES = 3
const PIECES = speechIn(4)

test('nothing is acknowledged before it is on the disk, and a take is closed in the safe order', async ({
  page,
  running,
  dataFolder,
}) => {
  test.skip(process.platform !== 'linux', 'strace watches Linux only')
  const tracing = await trace(running.app.process().pid!, join(dataFolder, 'trace.log'))
  test.skip(tracing.state === 'refused', `strace: ${'reason' in tracing ? tracing.reason : ''}`)
  if (tracing.state === 'refused') return

  const { id: sessionId, questions } = await ask(page, 'sessions.start', {
    kind: 'pack',
    packId: PACK_ID,
  })
  const appends: Answered[] = []
  const finishes: Answered[] = []
  for (let number = 0; number < TAKES; number += 1) {
    const input = { sessionId, questionId: questions[0]!.id, ...MADE_UP_MICROPHONE }
    const { id: takeId } = await ask(page, 'takes.begin', input)
    for (const [sequence, piece] of PIECES.entries()) {
      appends.push({
        takeId,
        ...(await askTimed(page, 'takes.append', { takeId, sequence, ...piece })),
      })
    }
    finishes.push({ takeId, ...(await askTimed(page, 'takes.finish', { takeId })) })
  }
  const calls = await tracing.stop()
  const folder = join(dataFolder, 'takes', sessionId)

  const earlyAppends = appends.filter(({ takeId, ...times }) =>
    ['part', 'peaks'].some(
      (ending) => !hasSynced(calls, join(folder, `${takeId}.${ending}`), times),
    ),
  )
  const wrongFinishes = finishes.flatMap((finish) => wrongIn(calls, folder, finish))
  reportFigure(
    'order of writes, traced',
    {
      runs: TAKES,
      syncs: calls.filter(({ name }) => name === 'sync').length,
      appends: appends.length,
      answeredTooEarly: earlyAppends.length,
      wrongOrder: wrongFinishes.length,
    },
    'chunk synced before its answer; sound synced, renamed, folder synced; only then recording removed, row committed, answer',
  )
  expect(appends).toHaveLength(TAKES * PIECES.length)
  expect(earlyAppends).toEqual([])
  expect(wrongFinishes).toEqual([])
})

interface Answered {
  takeId: string
  askedAtMs: number
  answeredAtMs: number
}

/** Whether the file was synced after the page asked, and wholly so before it was answered. */
function hasSynced(
  calls: readonly Call[],
  path: string,
  { askedAtMs, answeredAtMs }: Omit<Answered, 'takeId'>,
): boolean {
  return calls.some(
    (call) =>
      call.name === 'sync' &&
      call.path === path &&
      call.beganAtMs >= askedAtMs &&
      call.endedAtMs <= answeredAtMs,
  )
}

/**
 * What was not in the order that keeps a take safe: its sound is on the disk before it gets its
 * name, the name is there before the recording that it was made of is removed and before the row
 * says so, and the row before the page hears of it.
 */
function wrongIn(
  calls: readonly Call[],
  folder: string,
  { takeId, askedAtMs, answeredAtMs }: Answered,
): string[] {
  const during = calls.filter(({ beganAtMs }) => beganAtMs >= askedAtMs)
  const find = (name: Call['name'], path: string, afterMs = askedAtMs): Call | undefined =>
    during.find((call) => call.name === name && call.path === path && call.beganAtMs >= afterMs)
  const sound = find('sync', join(folder, `${takeId}.draft`))
  const renamed = find('rename', join(folder, `${takeId}.webm`))
  const named = find('sync', folder, renamed?.endedAtMs)
  const committed = find('sync', join(folder, '..', '..', 'soundcheck.db-wal'), named?.endedAtMs)
  const removed = find('remove', join(folder, `${takeId}.part`))
  const steps = { sound, renamed, named, committed, removed }
  const missing = Object.entries(steps).flatMap(([step, call]) => (call ? [] : [step]))
  if (missing.length > 0) return [`${takeId}: not found: ${missing.join(', ')}`]
  const isInOrder =
    sound!.endedAtMs <= renamed!.beganAtMs &&
    named!.endedAtMs <= removed!.beganAtMs &&
    committed!.endedAtMs <= answeredAtMs
  return isInOrder ? [] : [`${takeId}: ${JSON.stringify(steps)}`]
}
