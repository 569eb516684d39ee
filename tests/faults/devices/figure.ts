import { test } from '@playwright/test'

/** Puts what the running test measured into the table at the end. Call it before judging it. */
export function reportFigure(
  what: string,
  values: Record<string, string | number>,
  wanted: string,
): void {
  const parts = Object.entries(values).map(
    ([key, value]) =>
      `${key}=${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}`,
  )
  const description = [what, ...parts, `wanted=${wanted}`].join('|')
  test.info().annotations.push({ type: 'figure', description })
}
