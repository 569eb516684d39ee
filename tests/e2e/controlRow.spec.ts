import type { JSHandle, Page } from '@playwright/test'
import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

/* The recorder is an instrument: its parts keep their places, only what is in them changes. */

/** What the recorder said of itself, and where its parts were meanwhile: each pair once. */
type Seen = Record<string, string[]>

/** Looks before every paint, so that a state of a few milliseconds is seen too. */
function watchPlaces(page: Page): Promise<JSHandle<Seen>> {
  return page.evaluateHandle(() => {
    const PARTS = {
      record: 'button:is([aria-label="Record"], [aria-label="Record again"], [aria-label="Stop"])',
      pause: 'button:is([aria-label="Pause"], [aria-label="Resume"])',
      clock: '[role="timer"]',
      target: '[role="timer"] + *',
      status: 'p:has(> span)',
      level: '[role="meter"]',
      microphone: 'select',
    }
    const seen: Record<string, string[]> = {}
    const look = () => {
      requestAnimationFrame(look)
      const recorder = document.querySelector('section[aria-label="Recorder"]')
      const status = recorder?.querySelector('p > span')?.textContent
      if (!recorder || !status) return
      const places = Object.entries(PARTS).map(([name, selector]) => {
        const parts = [...recorder.querySelectorAll(selector)]
        const boxes = parts.map((part) => part.getBoundingClientRect())
        const words = boxes.map(({ x, y, width, height }) =>
          [x, y, width, height].map((side) => side.toFixed(1)).join(' '),
        )
        return `${name} ${words.join(', ')}`
      })
      const line = places.join(' | ')
      const lines = (seen[status] ??= [])
      if (!lines.includes(line)) lines.push(line)
    }
    look()
    return seen
  })
}

for (const size of WINDOW_SIZES) {
  test(`the control row never moves, at ${size.width} x ${size.height}`, async ({
    page,
    running,
  }) => {
    await resizeWindow(running, size)
    const session = await SessionPage.start(page)
    const seen = await watchPlaces(page)
    await session.begin()
    await page.keyboard.press('p')
    await expect(page.getByText('Paused', { exact: true })).toBeVisible()
    // Sooner it would be the second press of a double one.
    await page.waitForTimeout(SAME_INTENT_MS)
    await page.keyboard.press('p')
    await expect(page.getByText('Recording', { exact: true })).toBeVisible()
    await page.waitForTimeout(1500)
    await session.stop.click()
    await expect(session.takes).toHaveCount(1)
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Pause answer' })).toBeVisible()
    await session.begin()
    await page.waitForTimeout(SAME_INTENT_MS)
    await session.stop.click()
    await expect(session.takes).toHaveCount(2)
    await page.getByRole('button', { name: 'Next question' }).click()
    await session.ready()

    const places = await seen.jsonValue()
    expect(Object.keys(places)).toEqual(
      expect.arrayContaining(['Ready', 'Waiting for sound', 'Recording', 'Paused', 'Saving']),
    )
    expect([...new Set(Object.values(places).flat())]).toHaveLength(1)
    // Each part is there once.
    expect(Object.values(places)[0]?.[0]).toMatch(
      /^(?:[a-z]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+(?: \| |$)){7}$/,
    )
  })
}

test('while somebody speaks there is the question, and the wave rises over an unmoved page', async ({
  page,
  running,
}) => {
  for (const size of WINDOW_SIZES) {
    await resizeWindow(running, size)
    const session = size === WINDOW_SIZES[0] ? await SessionPage.start(page) : new SessionPage(page)
    const before = await session.takes.count()
    if (before === 0) await session.recordTake(1500)
    const wave = page.getByRole('img', { name: 'Live waveform' })
    await expect(wave).toHaveCount(0)
    // What was measured is said in a moment: then everything is in its place.
    await expect(page.getByRole('button', { name: 'All numbers' })).toBeVisible()
    const notes = page.locator('textarea')
    const placed = () => Promise.all([session.question.boundingBox(), notes.boundingBox()])
    const listening = await placed()
    await session.begin()
    await expect(wave).toBeVisible()
    await expect(session.question).toBeVisible()
    await expect(notes).toBeHidden()
    await expect(page.getByRole('region', { name: 'Why they ask' })).toBeHidden()
    expect(await placed()).toEqual(listening)
    expect(await scrollbarsSeen(page)).toEqual([])
    await page.waitForTimeout(SAME_INTENT_MS)
    await session.stop.click()
    await expect(notes).toBeVisible()
    await expect(wave).toHaveCount(0)
  }
})

/** What shows a scrollbar: what is taller than its room, scrolls, and is seen. The questions of the session may. */
function scrollbarsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const { overflowY, visibility } = getComputedStyle(element)
        return (
          /auto|scroll/.test(overflowY) &&
          visibility === 'visible' &&
          element.scrollHeight > element.clientHeight
        )
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
