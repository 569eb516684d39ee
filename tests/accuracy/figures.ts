import { expect, type TestContext } from 'vitest'

/** One line of the table at the end. */
export interface Figure {
  measure: string
  condition: string
  wanted: string
  measured: string
  holds: boolean
}

declare module 'vitest' {
  interface TaskMeta {
    figures?: Figure[]
  }
}

/** Puts what was measured into the table, and fails at the end of the test when it does not hold. */
export function report({ task }: TestContext, figure: Figure): void {
  task.meta.figures = [...(task.meta.figures ?? []), figure]
  expect.soft(figure.holds, `${figure.measure}, ${figure.condition}: ${figure.measured}`).toBe(true)
}
