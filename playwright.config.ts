import { defineConfig } from '@playwright/test'

/** Nonsense sent to main: it belongs to the fault tests, whose count it follows. */
const FUZZ = 'e2e/security/**/*fuzz*.spec.ts'

export default defineConfig({
  // Each test starts its own Electron with its own data folder; two at a time fit two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A build server may be busy with other things; a failure there has to happen twice.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tests/faults/figuresReporter.ts']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testIgnore: `**/${FUZZ}` },
    {
      name: 'faults',
      testDir: 'tests',
      testMatch: ['**/faults/**/*.spec.ts', `**/${FUZZ}`],
      timeout: 180_000,
      expect: { timeout: 30_000 },
      // What is lost once is lost: a second try proves nothing.
      retries: 0,
      // They measure time and memory, so they do not share the machine with each other.
      workers: 1,
      // A trace of hundreds of starts would fill the memory.
      use: { trace: 'off' },
    },
    // Not a test either: it measures, one line of a table after the other (tests/bench/README.md).
    {
      name: 'bench',
      testDir: 'tests/bench/lines',
      testMatch: '*.bench.ts',
      timeout: 600_000,
      retries: 0,
      workers: 1,
      use: { trace: 'off' },
    },
    // Not a test of anything: it drives the app through every screen and takes its picture.
    { name: 'screenshots', testDir: 'tests/screenshots', timeout: 180_000 },
  ],
})
