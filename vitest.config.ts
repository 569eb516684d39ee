import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tests/accuracy/figuresReporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: 'tests/unit/electron/background/builtWorker.ts',
          include: ['tests/unit/**/*.test.ts', 'tests/setup/**/*.test.ts'],
          // Real threads and files: on a busy machine they take several times as long.
          testTimeout: 20_000,
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
        },
      },
    ],
  },
})
