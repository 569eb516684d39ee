import { AppError } from '../../../shared/errors'
import type { Database } from './database'
import { findLibrary } from './revisions'

/** What a change can be counted for. */
export type Owner = 'take' | 'session' | 'question'
type Listener = (owner: Owner, id: string) => void

interface Counted {
  table: string
  /** Where the owner stands, and which column of this table says which one it is. */
  owner: Owner
  ownerId: string
  /** Columns that can change without anything having been said. */
  except: readonly string[]
}

const TABLES: Record<Owner, string> = { take: 'takes', session: 'sessions', question: 'questions' }
const OWN_COLUMNS = ['key', 'library_id', 'revision']

const COUNTED: readonly Counted[] = [
  { table: 'takes', owner: 'take', ownerId: 'id', except: ['size_bytes'] },
  { table: 'marks', owner: 'take', ownerId: 'take_id', except: [] },
  { table: 'rubrics', owner: 'take', ownerId: 'take_id', except: [] },
  // Where somebody is in a session is remembered, but it is nothing that was said.
  { table: 'sessions', owner: 'session', ownerId: 'id', except: ['current_question_id'] },
]

const listeners = new WeakMap<Database, Listener>()

/**
 * From now on every change to something that a person can change gets the library's next number, in
 * the commit of the change itself (see revisions.ts). The triggers are this connection's own: no
 * statement can forget to count, a table that is built anew does not lose them, and whoever merely
 * copies or cleans a database counts nothing.
 * @throws {AppError} DATA_DAMAGED when a table is not there
 */
export function countChanges(db: Database): void {
  if (!findLibrary(db)) throw new AppError('DATA_DAMAGED', 'It does not say which library it is')
  db.function('tell_changed', (owner: Owner, id: string) => {
    listeners.get(db)?.(owner, id)
    return null
  })
  db.exec(COUNTED.map((counted) => triggersOf(db, counted)).join('\n'))
}

/**
 * Hears of each change that is counted, while its transaction is still open. There is one listener.
 */
export function onChangeCounted(db: Database, listener: Listener): void {
  listeners.set(db, listener)
}

function triggersOf(db: Database, { table, owner, ownerId, except }: Counted): string {
  const columns = db
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
    .pluck()
    .all()
    .filter((name) => ![...OWN_COLUMNS, ...except].includes(name))
  if (columns.length === 0) throw new AppError('DATA_DAMAGED', `There is no table ${table}`)
  const isOwner = TABLES[owner] === table
  const events = [
    ['insert', 'INSERT', 'new'],
    ['update', `UPDATE OF ${columns.join(', ')}`, 'new'],
    // What is deleted itself has no number any more.
    ...(isOwner ? [] : [['delete', 'DELETE', 'old']]),
  ] as [string, string, string][]
  return events
    .map(
      ([name, event, row]) => `
        CREATE TEMP TRIGGER count_${table}_${name} AFTER ${event} ON main.${table} BEGIN
          UPDATE library SET counter = counter + 1;
          UPDATE ${TABLES[owner]} SET
            library_id = (SELECT id FROM library), revision = (SELECT counter FROM library)
          WHERE id = ${row}.${ownerId};
          SELECT tell_changed('${owner}', ${row}.${ownerId});
        END;`,
    )
    .join('\n')
}
