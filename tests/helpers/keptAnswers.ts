import type { ElectronApplication, JSHandle } from '@playwright/test'

/** As Playwright's own, whatever the question and its argument are. */
type Ask<Answer> = (question: never, argument: unknown) => Promise<Answer>

/**
 * Lets no answer of main get lost. Chromium's inspector may put a question in the middle of what main
 * is doing, and holds the promise of the answer so loosely that a garbage collection before main is
 * done takes it away: "Resulting promise was garbage collected". It never takes one that still waits
 * for something; that of an async function waits for nothing when its answer is there at once.
 */
export function keepAnswers(app: ElectronApplication): ElectronApplication {
  const evaluate: Ask<unknown> = app.evaluate.bind(app)
  const evaluateHandle: Ask<JSHandle> = app.evaluateHandle.bind(app)
  return Object.assign(app, {
    evaluate: (question: unknown, argument: unknown) => evaluate(asAsync(question), argument),
    evaluateHandle: async (question: unknown, argument: unknown) =>
      keptBy(await evaluateHandle(asAsync(question), argument)),
  })
}

function keptBy(handle: JSHandle): JSHandle {
  const evaluate: Ask<unknown> = handle.evaluate.bind(handle)
  return Object.assign(handle, {
    evaluate: (question: unknown, argument: unknown) => evaluate(asAsync(question), argument),
  })
}

/** The same function, asked at once, which answers a turn later. Playwright sends its text. */
function asAsync(question: unknown): never {
  if (typeof question !== 'function') return question as never
  const text = `async (...given) => {
    const answer = await (${String(question)})(...given)
    await new Promise((resolve) => setImmediate(resolve))
    return answer
  }`
  return Object.assign(() => {}, { toString: () => text }) as never
}
