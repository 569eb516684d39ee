import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Real threads and files, whole screens: on a busy machine they take several times as long. */
const BUSY_MACHINE_MS = 30_000

export default defineConfig({
  test: {
    // Left alone, one core is kept free: of two that would be half of the machine.
    maxWorkers: '100%',
    reporters: ['default', './tests/accuracy/figuresReporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: 'tests/unit/electron/background/builtWorker.ts',
          include: ['tests/unit/**/*.test.ts', 'tests/setup/**/*.test.ts'],
          testTimeout: BUSY_MACHINE_MS,
        },
      },
      {
        test: {
          name: 'accuracy',
          environment: 'node',
          include: ['tests/accuracy/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/component/environment.ts'],
          // A page of its own for each file, without a process for each: a third of the time.
          pool: 'vmThreads',
          testTimeout: BUSY_MACHINE_MS,
        },
      },
    ],
  },
})
