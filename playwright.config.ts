import { defineConfig, type Project } from '@playwright/test'

/** Nonsense sent to main: it belongs to the fault tests, whose count it follows. */
const FUZZ = 'e2e/security/**/*fuzz*.spec.ts'

/**
 * In the title of a test whose limit is far from what one other test beside it would change. So are
 * those of the devices: a sound server without hardware stutters where more want the processor.
 */
const IN_TWOS = /@in-twos|\bdevices[\\/]/
/** In the title of a test that measures something which another one beside it would change. */
const ALONE = /@alone/

const FAULTS: Project = {
  testDir: 'tests',
  testMatch: ['**/faults/**/*.spec.ts', `**/${FUZZ}`],
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // A trace of hundreds of starts would fill the memory.
  use: { trace: 'off' },
}

const CAMERA: Project = {
  testDir: 'tests/screenshots',
  timeout: 180_000,
  // It would hold each of a thousand looks at a page; what is found says where it is.
  use: { trace: 'off' },
}

export default defineConfig({
  // Each test starts its own Electron with its own data folder. Three fit two cores: most of them
  // wait, for a recording or for what they play.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  // Nothing is tried twice, not even on a build server that is busy with other things: what fails
  // now and then is a fault, of the app or of its test.
  retries: 0,
  // Many times as long as it takes: a busy machine may take its time too.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['./tests/faults/timesReporter.ts'],
    ['./tests/faults/figuresReporter.ts'],
    ['./tests/helpers/failuresReporter.ts'],
    ['./tests/screenshots/layout/meantReporter.ts'],
  ],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testIgnore: `**/${FUZZ}` },
    { name: 'faults', ...FAULTS, grepInvert: [IN_TWOS, ALONE] },
    // They measure time, memory or what is lost, so they hardly share the machine, or not at all.
    { name: 'faults-in-twos', ...FAULTS, grep: IN_TWOS, grepInvert: ALONE, workers: 2 },
    { name: 'faults-alone', ...FAULTS, grep: ALONE, workers: 1 },
    // Not a test either: it measures, one line of a table after the other (tests/bench/README.md).
    {
      name: 'bench',
      testDir: 'tests/bench/lines',
      testMatch: '*.bench.ts',
      timeout: 600_000,
      workers: 1,
      use: { trace: 'off' },
    },
    // They drive the app through every screen and look at it: what is cut, overlaps, or is out of
    // reach. The first one takes the pictures too; the other one is the test.
    { name: 'screenshots', ...CAMERA, testIgnore: '**/layout/**' },
    { name: 'layout', ...CAMERA },
  ],
})
