import type { Page } from '@playwright/test'
import { ask } from '../../faults/bridge'
import { MADE_UP_MICROPHONE, PACK_ID, speechIn } from '../../faults/speech'
import { withApp } from '../apps/driven'
import { APP, startMs } from '../apps/started'
import { samplesOf, type Measured } from '../figures/result'
import { median, rounded } from '../figures/statistics'
import { historyMs, searchMs } from '../inPage/history'
import { copyOf, libraryOf, TAKES_PER_SESSION } from '../libraries/libraries'
import { VOCABULARY } from '../libraries/notes'
import { line } from '../line'
import { PAIRS } from '../pairs'

const TAKES = [1000, 10_000, 100_000] as const
const SMALLEST = TAKES[0]
/** What grows with the logarithm costs as much more as the number of digits is larger. */
const allowed = (takes: number) => Math.log(takes) / Math.log(SMALLEST)

/** Each cost by the number of takes, in milliseconds. */
type Costs = Record<string, Map<number, number[]>>

/** The cost of a start, the history, a search and saving a take, with more and more takes. */
line('growth', async () => {
  const costs: Costs = {}
  const add = (what: string, takes: number, ms: number): void => {
    const cost = (costs[what] ??= new Map<number, number[]>())
    cost.set(takes, [...(cost.get(takes) ?? []), ms])
  }
  const libraries = await Promise.all(
    TAKES.map(async (takes) => ({
      takes,
      folder: copyOf(await libraryOf(takes / TAKES_PER_SESSION)),
    })),
  )
  for (const { folder } of libraries) await startMs(APP, folder) // what is only done once is done
  for (let round = 0; round < PAIRS; round += 1) {
    for (const { takes, folder } of libraries) add('start', takes, await startMs(APP, folder))
  }
  await withAll(libraries, async (pages) => {
    for (let round = -1; round < PAIRS; round += 1) {
      for (const { takes, page } of pages) {
        const measured = await costsIn(page, round + 1)
        if (round < 0) continue // loads what is loaded once
        for (const [what, ms] of Object.entries(measured)) add(what, takes, ms)
      }
    }
  })
  return judged(costs)
})

interface Library {
  takes: number
  folder: string
}
interface Opened {
  takes: number
  page: Page
}

/** Opens all of them at once, so that they can be measured in turns. */
async function withAll<Result>(
  [first, ...others]: readonly Library[],
  work: (pages: readonly Opened[]) => Promise<Result>,
): Promise<Result> {
  if (!first) return work([])
  return withApp({ dataFolder: first.folder }, ({ page }) =>
    withAll(others, (pages) => work([{ takes: first.takes, page }, ...pages])),
  )
}

/** Begins and ends on Practice. */
async function costsIn(page: Page, round: number): Promise<Record<string, number>> {
  const history = await historyMs(page)
  await page.getByRole('link', { name: 'History' }).click()
  // Neither the most frequent words nor the rarest: they are in a library of every size.
  const search = await searchMs(page, VOCABULARY[30 + round * 3]!)
  await page.getByRole('link', { name: 'Practice' }).click()
  return { history, search, save: await saveMs(page) }
}

/** A take as the recorder sends it: begun, five seconds in pieces, finished. */
async function saveMs(page: Page): Promise<number> {
  const { id: sessionId, questions } = await ask(page, 'sessions.start', {
    kind: 'pack',
    packId: PACK_ID,
  })
  const subject = { sessionId, questionId: questions[0]!.id, ...MADE_UP_MICROPHONE }
  const ms = await page.evaluate(
    async ([take, pieces]) => {
      type Reply = { ok: boolean; value: { id: string } }
      const bridge = Reflect.get(globalThis, 'soundcheck') as {
        request: (name: string, input: unknown) => Promise<Reply>
      }
      const request = async (name: string, input: unknown) => {
        const reply = await bridge.request(name, input)
        if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
        return reply.value
      }
      const beganAtMs = performance.now()
      const { id: takeId } = await request('takes.begin', take)
      for (const [sequence, piece] of pieces.entries()) {
        await request('takes.append', { takeId, sequence, ...piece })
      }
      await request('takes.finish', { takeId })
      return performance.now() - beganAtMs
    },
    [subject, speechIn(4)] as const,
  )
  await ask(page, 'sessions.finish', { sessionId })
  return ms
}

/** The figures are those of what grows most. */
function judged(costs: Costs): Measured {
  const grown = Object.entries(costs).flatMap(([what, cost]) =>
    TAKES.slice(1).map((takes) => {
      const value = median(cost.get(takes) ?? [])
      const floor = median(cost.get(SMALLEST) ?? [])
      return { what, takes, value, floor, ratio: value / floor }
    }),
  )
  const share = ({ takes, ratio }: { takes: number; ratio: number }) => ratio / allowed(takes)
  const worst = grown.toSorted((a, b) => share(b) - share(a))[0]!
  const limits = TAKES.slice(1).map(
    (takes) => `<= ${allowed(takes).toFixed(2)} at ${String(takes)} takes`,
  )
  const series = Object.entries(costs).flatMap(([what, cost]) =>
    [...cost].map(([takes, values]) => [`${what} at ${String(takes)}`, values] as const),
  )
  return {
    unit: `ms (${worst.what} at ${String(worst.takes)})`,
    value: rounded(worst.value),
    floor: rounded(worst.floor),
    ratio: rounded(worst.ratio),
    wanted: limits.join(', '),
    holds: grown.every((each) => share(each) <= 1),
    samples: samplesOf(Object.fromEntries(series)),
  }
}
