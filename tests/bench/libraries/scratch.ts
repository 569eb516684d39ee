import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let made: string | undefined

/** The folder of this run. Whoever started the run removes it (scripts/bench.mjs). */
function scratchFolder(): string {
  made ??= process.env.SOUNDCHECK_BENCH_SCRATCH ?? mkdtempSync(join(tmpdir(), 'soundcheck-bench-'))
  return made
}

/** A place in it that nobody else uses. */
export function freshFolder(name: string): string {
  return mkdtempSync(join(scratchFolder(), `${name}-`))
}

const beingMade = new Map<string, Promise<string>>()

/**
 * A folder that is filled once in a run, also when several ask for it at the same time; one that
 * was interrupted is filled again.
 */
export function madeOnce(
  name: string,
  fill: (folder: string) => Promise<void> | void,
): Promise<string> {
  const folder = beingMade.get(name) ?? make(name, fill)
  beingMade.set(name, folder)
  return folder
}

async function make(name: string, fill: (folder: string) => Promise<void> | void): Promise<string> {
  const folder = join(scratchFolder(), name)
  if (existsSync(folder)) return folder
  const draft = freshFolder(`${name}.draft`)
  await fill(draft)
  renameSync(draft, folder)
  return folder
}
