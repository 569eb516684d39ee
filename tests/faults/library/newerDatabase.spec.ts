import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from '@playwright/test'
import { electronExecutable } from '../../../scripts/setup/electron/locate.mjs'
import { closeDatabase, openDatabase } from '../../../electron/store/database/database'
import { reportFigure } from '../report'

test('a database of a newer Soundcheck is refused, and not a byte is changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'))
  const file = join(folder, 'soundcheck.db')
  closeDatabase(openDatabase(file))
  const db = new Database(file)
  db.pragma('user_version = 99')
  db.close()
  const before = readFileSync(file)

  // It says so in a dialog of the system's, so there is no window to wait for.
  const args = ['.', `--user-data-dir=${folder}`, '--no-sandbox']
  const app = spawn(electronExecutable(), args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(app, 'exit')
  let said = ''
  app.stderr.on('data', (text) => (said += String(text)))
  await expect.poll(() => said).toContain('DATA_NEWER')
  await new Promise((resolve) => setTimeout(resolve, 500))
  app.kill('SIGKILL')
  await ended

  const bytesChanged = readFileSync(file).equals(before) ? 0 : 1
  reportFigure('newer database', { bytesChanged }, 'refused, bytes unchanged')
  expect(bytesChanged).toBe(0)
  expect(readdirSync(folder).filter((name) => /damaged|backups|takes/.test(name))).toEqual([])
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})
