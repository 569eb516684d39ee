import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'

const folders: string[] = []

/** A folder of its own, gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-setup-'))
  folders.push(folder)
  return folder
}

// A program that was just asked to end may still write something: then it is tried again.
afterEach(() => {
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

/** Writes a file, and the folders on the way to it. */
export function writeTo(file: string, content: string | Buffer = ''): string {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

/** Puts a program into `folder` that a PATH can find; its body is a shell script. */
export function fakeProgram(folder: string, name: string, body = 'exit 0'): string {
  const file = writeTo(join(folder, name), `#!/bin/sh\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}
