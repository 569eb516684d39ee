import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePack } from '../../shared/pack'
import type { Database } from '../store/database/database'
import { isSaved, savePack } from '../store/questions/packs'

/** The ids of the packs that come with Soundcheck, in the order in which they are shown. */
export const BUILT_IN_PACKS = ['behavioural', 'backend-developer', 'questions-to-ask']

/** Written by the build beside its copies of the packs: `{ "<id>": "<digest>" }`. */
const DIGESTS = 'digests.json'

/**
 * Brings the packs that come with Soundcheck into the store, where they are new or have changed.
 * Only then are they read: every start comes by here, and knows them by their digests.
 */
export function saveBuiltInPacks(db: Database, folder = packsFolder()): void {
  const digests = digestsIn(folder)
  BUILT_IN_PACKS.forEach((id, index) => {
    const position = index + 1
    const digest = `${position} ${digests[id] ?? ''}`
    if (isSaved(db, id, digest)) return
    savePack(db, parsePack(JSON.parse(readPack(folder, id).toString())), { digest, position })
  })
}

/** Beside the built app, or where they are written. */
function packsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, 'packs')
  return existsSync(built) ? built : join(here, '../../resources/packs')
}

function digestsIn(folder: string): Record<string, string> {
  const written = join(folder, DIGESTS)
  if (existsSync(written))
    return JSON.parse(readFileSync(written, 'utf8')) as Record<string, string>
  return Object.fromEntries(BUILT_IN_PACKS.map((id) => [id, digestOfBytes(readPack(folder, id))]))
}

function readPack(folder: string, id: string): Buffer {
  return readFileSync(join(folder, `${id}.json`))
}

function digestOfBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
