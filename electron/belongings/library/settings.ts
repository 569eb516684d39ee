import { z } from 'zod'
import { recordedBelonging } from '../belonging'

/** As they are stored: whoever reads them knows which of them make sense. */
const Stored = z.record(z.string().max(100), z.unknown())

/** What the person has set, as far as it was ever changed. */
export const settings = recordedBelonging({
  tables: [{ name: 'settings', owner: 'one' }],
  shape: { settings: Stored.default({}) },
  json: `json_object('settings', json((SELECT json_group_object(key, json(value)) FROM settings)))`,
  write: (db, _library, fields) => {
    db.prepare('DELETE FROM settings').run()
    const insert = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
    for (const [key, value] of Object.entries(fields.settings)) {
      insert.run(key, JSON.stringify(value))
    }
  },
  merge: (here, there) => ({ settings: { ...there.settings, ...here.settings } }),
  onRestore: 'stays',
  isSearched: false,
})
