import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkpoint, closeDatabase } from '../../../../../electron/store/database/database'
import { newId } from '../../../../../electron/store/database/ids'
import { takeOutRemnants } from '../../../../../electron/store/database/remnants'
import { recordTake, start, temporaryFolder, trialStoreIn } from '../fixture'

/** A library in whose file something is left that was deleted without being overwritten. */
function library() {
  const folder = temporaryFolder()
  const file = join(folder, 'soundcheck.db')
  const db = trialStoreIn(folder)
  const kept = recordTake(db, start(db).id, 'trial/alpha', 'Keep these words')
  const [goneId, otherId] = [newId(), newId()]
  db.pragma('secure_delete = OFF')
  db.exec('CREATE TABLE moved (text TEXT)')
  const insert = db.prepare('INSERT INTO moved VALUES (?)')
  // More than is read at a time, and the id where two readings meet.
  for (let size = 0; size < 9_000_000; size += 3000) insert.run(`${goneId} ${'x'.repeat(3000)}`)
  db.exec('DROP TABLE moved')
  db.pragma('secure_delete = ON')
  checkpoint(db)
  return { db, file, kept, goneId, otherId }
}

const holds = (file: string, text: string) => readFileSync(file).includes(text)

test('what was removed and still stands in the file is taken out of it, and nothing else', () => {
  const { db, file, kept, goneId } = library()
  expect(holds(file, goneId)).toBe(true)
  takeOutRemnants(db, file, [goneId])
  closeDatabase(db)
  expect([holds(file, goneId), holds(file, kept.id), holds(file, 'Keep these words')]).toEqual([
    false,
    true,
    true,
  ])
})

test('a file without a trace of it is left as it is', () => {
  const { db, file, otherId } = library()
  const { size } = statSync(file)
  takeOutRemnants(db, file, [otherId])
  takeOutRemnants(db, file, [])
  checkpoint(db)
  expect(statSync(file).size).toBe(size)
})
