import { drafts } from './library/drafts'
import { interviews } from './library/interviews'
import { packs } from './library/packs'
import { settings } from './library/settings'

/** Everything that belongs to the library as a whole. A new thing is a file in `library/` and a line here. */
export const LIBRARY_BELONGINGS = [settings, packs, drafts, interviews] as const
