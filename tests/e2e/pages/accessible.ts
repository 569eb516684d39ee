import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Has axe look at what is on the screen, in both themes. */
export async function expectNoViolations(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // legacyMode: Electron cannot open the extra page in which axe gathers the results of frames.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    )
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}
