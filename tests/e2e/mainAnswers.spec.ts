import { expect, test } from './fixtures'

/** Of so many questions to such a main some used to be lost in every run: one in four. */
const QUESTIONS = 40

test('no answer of main is lost while it works and tidies its memory', async ({ running }) => {
  const { app } = running
  const seen = await app.evaluateHandle(() => ({ size: 7 }))
  await app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    const workFor = (ms: number) => {
      const end = Date.now() + ms
      while (Date.now() < end);
    }
    const work = () => {
      workFor(30)
      collect()
      workFor(5)
      setTimeout(work, 10)
    }
    setTimeout(work, 10)
  })
  for (let question = 0; question < QUESTIONS; question += 1) {
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await seen.evaluate(({ size }) => size)).toBe(7)
  }
})
