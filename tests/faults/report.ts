import { test } from '@playwright/test'
import { FIGURE, formatFigure } from './figures'

/**
 * Puts what the running test measured into the table at the end. Call it before the figures are
 * judged: a test that fails has to show them too.
 */
export function reportFigure(
  what: string,
  values: Record<string, string | number>,
  wanted: string,
): void {
  test.info().annotations.push({ type: FIGURE, description: formatFigure(what, values, wanted) })
}
