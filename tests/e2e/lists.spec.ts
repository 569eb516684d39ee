import { deckOf, newCollection } from '../unit/electron/questionLists/deck'
import { expect, test } from './fixtures'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/bridge'

/** Asks as the page does when a file is dropped on it: it sends bytes, never a path. */
function readFile(page: Page, name: string, content: string | Buffer): Promise<unknown> {
  const base64 = Buffer.from(content as string).toString('base64')
  return page.evaluate(
    async ([fileName, text]) => {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      const { soundcheck } = globalThis as unknown as { soundcheck: Bridge }
      return soundcheck.request('lists.read', { name: fileName, bytes })
    },
    [name, base64] as const,
  )
}

test('lists of questions are read beside the window: text in a thread, a deck in a process that goes', async ({
  page,
  running,
}) => {
  const csv = 'question;answer\nWhy us?;Because.'
  expect(await readFile(page, 'list.csv', csv)).toMatchObject({
    ok: true,
    value: { ok: true, list: { format: 'csv', questions: [{ question: 'Why us?' }] } },
  })

  const notes = [{ fields: ['What is a <b>lock</b>?', 'It lifts boats.'] }]
  const deck = deckOf('collection.anki21b', newCollection(notes))
  expect(await readFile(page, 'deck.apkg', deck)).toMatchObject({
    ok: true,
    value: {
      ok: true,
      list: {
        format: 'apkg',
        questions: [{ question: 'What is a lock?', exampleAnswers: [{ text: 'It lifts boats.' }] }],
      },
    },
  })
  expect(await readFile(page, 'deck.apkg', deck.subarray(0, 200))).toMatchObject({
    ok: true,
    value: { ok: false, problem: { code: 'ZIP_DAMAGED' } },
  })
  await expect
    .poll(() =>
      running.app.evaluate(({ app }) => {
        const names = app.getAppMetrics().map(({ name, serviceName }) => `${name} ${serviceName}`)
        return names.filter((each) => each.includes('deck'))
      }),
    )
    .toEqual([])
})
