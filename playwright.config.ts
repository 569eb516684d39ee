import { defineConfig } from '@playwright/test'

export default defineConfig({
  // Each test starts its own Electron with its own data folder; two at a time fit two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A build server may be busy with other things; a failure there has to happen twice.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // Not a test of anything: it drives the app through every screen and takes its picture.
    { name: 'screenshots', testDir: 'tests/screenshots', timeout: 180_000 },
  ],
})
