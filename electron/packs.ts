import { parsePack } from '../shared/pack'
import backendDeveloper from '../resources/packs/backend-developer.json'
import type { Database } from './store/database'
import { savePack } from './store/packs'

/** Brings the packs that come with Soundcheck into the store, where they are new or have changed. */
export function saveBuiltInPacks(db: Database): void {
  savePack(db, parsePack(backendDeveloper))
}
