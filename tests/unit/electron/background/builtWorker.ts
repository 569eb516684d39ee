import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The background worker as JavaScript: the file that a thread is started with. */
    workerFile: string
  }
}

/**
 * Before the unit tests: the worker as JavaScript, for threads that start as the app's do. Node could
 * run its source, but takes the types out with WebAssembly, and in threads that come and go V8 13.6
 * (Node 24) now and then crashes the process over it (`TierUpWasmToJSWrapper` frees what was freed;
 * one in a hundred runs of a test on a busy machine).
 */
export async function setup(project: TestProject): Promise<() => void> {
  mkdirSync('out', { recursive: true })
  // Beside the app, so that the packages it needs are found from there.
  const outDir = mkdtempSync(resolve('out', 'unit-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: resolve('electron/background/worker.ts'), outDir, target: 'node20' },
  })
  project.provide('workerFile', join(outDir, 'worker.js'))
  return () => rmSync(outDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
