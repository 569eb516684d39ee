import type { Settings } from '../../shared/model'
import type { Closing } from '../window/closing'
import type { DataFolder } from '../disk/dataFolder'
import type { Library } from '../library/library'

/** What handlers work with. main.ts makes it once and disposes of what is in it. */
export interface AppContext extends Omit<Library, 'tendOnce' | 'finishWork' | 'close'> {
  dataFolder: DataFolder
  closing: Closing
  /** Puts changed settings into effect in main itself: the theme. */
  onSettingsChanged(settings: Settings): void
  /** Tells the page that what it shows may be old. */
  onLibraryChanged(): void
}
