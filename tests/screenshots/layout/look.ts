import type { Page } from '@playwright/test'
import type { LayoutAnswer, LayoutQuestion } from './faults'
import { pageCode } from './pageCode'

/** Has a page looked at from inside: what is cut, overlaps, or is out of reach. */
export async function look(page: Page, question: LayoutQuestion): Promise<LayoutAnswer> {
  const answer: unknown = await page.evaluate(
    `${await pageCode()}.look(${JSON.stringify(question)})`,
  )
  return answer as LayoutAnswer
}

/** Waits until what moves has come to rest: fonts, transitions, and what measures itself. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    await document.fonts.ready
    await frame()
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
    await frame()
    await frame()
  })
}
