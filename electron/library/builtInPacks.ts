import { parsePack } from '../../shared/pack'
import backendDeveloper from '../../resources/packs/backend-developer.json'
import type { Database } from '../store/database/database'
import { digestOf, isSaved, savePack } from '../store/questions/packs'

/**
 * Brings the packs that come with Soundcheck into the store, where they are new or have changed.
 * Only then are they parsed: every start comes by here.
 */
export function saveBuiltInPacks(db: Database): void {
  const digest = digestOf(backendDeveloper)
  if (isSaved(db, backendDeveloper.id, digest)) return
  savePack(db, parsePack(backendDeveloper), digest)
}
