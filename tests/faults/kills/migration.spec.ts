import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from '../../e2e/fixtures'
import { runsOf } from '../count'
import { Random } from '../random'
import { reportFigure } from '../report'
import { ADDED_TO_NOTES, ALL_MIGRATIONS } from './migration/nextSchema'
import { makeOldDatabase } from './migration/oldDatabase'

const RUNS = runsOf({ usually: 9 })
const RUN_WITHIN_MS = 20_000
const TAKES = 20_000
const NEWEST = ALL_MIGRATIONS.length

test('a migration that is killed leaves a whole version, and can go on', async ({ dataFolder }) => {
  test.setTimeout(120_000 + RUNS * RUN_WITHIN_MS)
  const random = new Random()
  const counts = { runs: 0, oldVersion: 0, newVersion: 0, betweenTwoSteps: 0 }
  const old = join(dataFolder, 'old.db')
  const file = join(dataFolder, 'soundcheck.db')
  makeOldDatabase(old, TAKES)
  const before = stateOf(old)
  const durationMs = await migrateWhole(freshCopy(old, file))
  const after = stateOf(file)
  expect(after.version).toBe(NEWEST)

  try {
    while (counts.runs < RUNS) {
      const child = startMigration(freshCopy(old, file))
      await begun(child)
      // At any moment of it, and as often around its end, where it is committed.
      await wait(
        durationMs * (random.between(0, 1) < 0.5 ? random.between(0, 1) : random.between(0.9, 1.1)),
      )
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
      child.kill('SIGKILL')
      await ended
      counts.runs += 1

      const found = stateOf(file)
      if (found.version === before.version) counts.oldVersion += 1
      else if (found.version === NEWEST) counts.newVersion += 1
      else counts.betweenTwoSteps += 1
      // A real step before the made-up one may be done: it leaves every take as it was.
      expect(found).toEqual({
        ...(found.version === NEWEST ? after : before),
        version: found.version,
      })
    }
    await migrateWhole(file)
    expect(stateOf(file), 'after the next start').toEqual(after)
  } finally {
    reportFigure(
      'migration killed',
      { ...counts, takes: TAKES, migrationMs: durationMs, seed: random.seed },
      'a step is done as a whole or not at all, every session and every take is there',
    )
  }
})

function freshCopy(from: string, to: string): string {
  for (const ending of ['', '-wal', '-shm']) rmSync(to + ending, { force: true })
  copyFileSync(from, to)
  return to
}

function startMigration(file: string): ChildProcess {
  const folder = resolve('tests/faults/kills/migration')
  return spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(resolve('scripts/typescript-imports.mjs')).href,
      join(folder, 'migrateFile.ts'),
      file,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
}

/** Waits until it opens the database; it says so. */
async function begun(child: ChildProcess): Promise<void> {
  const [said] = (await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')])) as [
    unknown,
  ]
  expect(String(said)).toContain('migrating')
}

/** Lets a migration come to its end, and answers with how long it took. */
async function migrateWhole(file: string): Promise<number> {
  const child = startMigration(file)
  await begun(child)
  const startedAtMs = performance.now()
  const [exitCode] = (await once(child, 'exit')) as [number]
  expect(exitCode).toBe(0)
  return performance.now() - startedAtMs
}

interface DatabaseState {
  version: number
  integrity: unknown
  orphans: number
  sessions: unknown[]
  takes: number
  movedTakes: number
  takesWithMood: number | null
}

/** What a start would find: the version, whether the file is sound, and how the takes look. */
function stateOf(file: string): DatabaseState {
  const db = new Database(file)
  try {
    const columns = db
      .prepare<[], string>(`SELECT name FROM pragma_table_info('takes')`)
      .pluck()
      .all()
    const count = (condition: string): number =>
      db.prepare<[], number>(`SELECT count(*) FROM takes WHERE ${condition}`).pluck().get()!
    return {
      version: db.pragma('user_version', { simple: true }) as number,
      integrity: db.pragma('integrity_check', { simple: true }),
      orphans: (db.pragma('foreign_key_check') as unknown[]).length,
      sessions: db.prepare('SELECT id, pack_id, started_at_ms FROM sessions').all(),
      takes: count('true'),
      movedTakes: count(`notes LIKE '%${ADDED_TO_NOTES}'`),
      takesWithMood: columns.includes('mood') ? count(`mood = 'mood of ' || id`) : null,
    }
  } finally {
    db.close()
  }
}
