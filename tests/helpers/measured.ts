import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { MarkKind } from '../../shared/defaults'
import type { Measures, Stretch } from '../../shared/measures'
import { summariseSpeech } from '../../shared/pauses'
import { newId } from '../../electron/store/database/ids'
import { sampleMeasures } from './sampleMeasures'

/** Measures of a take in which somebody speaks in these stretches. */
export function measuresOf(
  durationMs: number,
  speech: Stretch[],
  change: Partial<Measures> = {},
): Measures {
  const speaks = speech.length > 0
  return sampleMeasures({
    durationMs,
    speech,
    ...summariseSpeech(speech),
    integratedLufs: speaks ? -23 : null,
    paceWpm: speaks ? { low: 120, high: 150 } : null,
    ...change,
  })
}

/** How many takes the app has measured. */
export function measuredCount(dataFolder: string): number {
  const db = new Database(join(dataFolder, 'soundcheck.db'), { readonly: true })
  try {
    return db.prepare<[], number>('SELECT count(*) FROM measures').pluck().get() ?? 0
  } finally {
    db.close()
  }
}

/** Writes into the database of a data folder, beside the app, what would have been measured. */
export function storeMeasures(dataFolder: string, takeId: string, measures: Measures): void {
  writing(dataFolder, (db) =>
    db
      .prepare('INSERT OR REPLACE INTO measures (take_id, version, measures) VALUES (?, ?, ?)')
      .run(takeId, measures.version, JSON.stringify(measures)),
  )
}

export function storeMark(dataFolder: string, takeId: string, kind: MarkKind, atMs: number): void {
  writing(dataFolder, (db) =>
    db
      .prepare('INSERT INTO marks (id, take_id, kind, at_ms) VALUES (?, ?, ?, ?)')
      .run(newId(), takeId, kind, atMs),
  )
}

function writing(dataFolder: string, write: (db: Database.Database) => void): void {
  const db = new Database(join(dataFolder, 'soundcheck.db'))
  try {
    db.pragma('foreign_keys = ON')
    write(db)
  } finally {
    db.close()
  }
}
