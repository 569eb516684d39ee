import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { MarkKind } from '../../shared/defaults'
import { MEASURES_VERSION, type Measures, type Stretch } from '../../shared/measures'
import { newId } from '../../electron/store/ids'

/** Measures of a take in which somebody speaks in these stretches. */
export function measuresOf(
  durationMs: number,
  speech: Stretch[],
  change: Partial<Measures> = {},
): Measures {
  const [first, last] = [speech[0], speech.at(-1)]
  const pauses = speech.slice(1).map(({ startMs }, index) => ({
    startMs: speech[index]!.endMs,
    endMs: startMs,
  }))
  const speakingMs = speech.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  const lengths = pauses.map(({ startMs, endMs }) => endMs - startMs)
  return {
    version: MEASURES_VERSION,
    durationMs,
    timeToFirstWordMs: first?.startMs ?? null,
    speech,
    pauses,
    speakingMs,
    speechShare: first && last ? speakingMs / (last.endMs - first.startMs) : null,
    longPauseCount: lengths.filter((ms) => ms >= 2000).length,
    longestPauseMs: Math.max(0, ...lengths),
    integratedLufs: first ? -23 : null,
    noiseDb: -60,
    clippedSamples: 0,
    paceWpm: first ? { low: 120, high: 150 } : null,
    tooQuiet: false,
    ...change,
  }
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
