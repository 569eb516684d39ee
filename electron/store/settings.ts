import type { Database } from './database/database'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { SettingsSchema, type Settings } from '../../shared/model'

/** The settings as far as they were ever changed, the defaults for the rest. */
export function readSettings(db: Database): Settings {
  const rows = db
    .prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
    .all()
  const stored: Record<string, unknown> = {}
  for (const { key, value } of rows) {
    // A value that another version wrote, or that broke, is as good as none.
    const parsed = isSetting(key)
      ? SettingsSchema.shape[key].safeParse(JSON.parse(value))
      : undefined
    if (parsed?.success) stored[key] = parsed.data
  }
  return { ...DEFAULT_SETTINGS, ...stored }
}

/** Stores these changes together and answers with all the settings as they are then. */
export function changeSettings(
  db: Database,
  changes: { [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  const save = db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  const change = db.transaction(() => {
    for (const [key, value] of Object.entries(changes)) {
      if (isSetting(key) && value !== undefined) save.run(key, JSON.stringify(value))
    }
  })
  change.immediate()
  return readSettings(db)
}

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, key)
}
