import Database from 'better-sqlite3'
import { newId } from '../../../../electron/store/database/ids'
import { migrate } from '../../../../electron/store/database/migrate'
import { firstSchema } from '../../../../electron/store/database/migrations/001-first-schema'

/** The first schema that was ever released, with so many takes in it. */
export function makeOldDatabase(file: string, takeCount: number): void {
  const db = new Database(file)
  db.pragma('foreign_keys = ON')
  migrate(db, [firstSchema])
  const sessionId = newId()
  db.transaction(() => {
    db.exec(`
      INSERT INTO packs VALUES ('pack', 'Pack', '', 'en', '');
      INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
          talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms)
        VALUES ('pack/one', 'pack', 1, 'One?', '', '[]', '[]', '[]', '[]', 0, 0);
      INSERT INTO sessions VALUES ('${sessionId}', 'pack', 0, NULL, 'pack/one', NULL);
      INSERT INTO session_questions VALUES ('${sessionId}', 1, 'pack/one');
    `)
    const insert = db.prepare(`
      INSERT INTO takes (id, session_id, question_id, number, state, started_at_ms, duration_ms,
          microphone, echo_cancellation, noise_suppression, auto_gain_control, notes)
        VALUES (?, '${sessionId}', 'pack/one', ?, 'ready', 0, 1000, '', 0, 0, 0, ?)`)
    for (let number = 1; number <= takeCount; number += 1) {
      insert.run(newId(), number, `Slower at the start, in take ${String(number)}. `.repeat(5))
    }
  })()
  db.close()
}
