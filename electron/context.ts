import type { Settings } from '../shared/model'
import type { Closing } from './closing'
import type { Database } from './store/database'
import type { Backups } from './backups'
import type { Recovery } from './recovery'
import type { Reserve } from './reserve'
import type { TakeFiles } from './takes/files'
import type { RecordKeeper } from './takes/recordKeeper'
import type { Remuxer } from './takes/remuxer'
import type { Purge } from './takes/purge'
import type { TakeWriter } from './takes/writer'

/** What handlers work with. main.ts makes it once and disposes of what is in it. */
export interface AppContext {
  db: Database
  /** Electron's `userData`: everything that Soundcheck stores is in it. */
  dataFolder: string
  takeFiles: TakeFiles
  takeWriter: TakeWriter
  remuxer: Remuxer
  records: RecordKeeper
  reserve: Reserve
  backups: Backups
  recovery: Recovery
  purge: Purge
  closing: Closing
  /** Puts changed settings into effect in main itself: the theme. */
  onSettingsChanged(settings: Settings): void
  /** Tells the page that what it shows may be old. */
  onLibraryChanged(): void
}
