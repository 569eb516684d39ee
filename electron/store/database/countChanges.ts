import { AppError } from '../../../shared/errors'
import { LIBRARY_BELONGINGS } from '../../belongings/libraryBelongings'
import { QUESTION_BELONGINGS } from '../../belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../../belongings/takeBelongings'
import { recordedIn, type Belongings } from '../../belongings/walkBelongings'
import type { Database } from './database'
import { findLibrary } from './revisions'

interface Owned {
  table: string
  belongings: Belongings
  /** Columns that can change without anything having been said. */
  except: readonly string[]
}

const OWNED = {
  take: { table: 'takes', belongings: TAKE_BELONGINGS, except: ['size_bytes'] },
  // Where somebody is in a session is remembered, but it is nothing that was said.
  session: { table: 'sessions', belongings: [], except: ['current_question_id'] },
  question: { table: 'questions', belongings: QUESTION_BELONGINGS, except: [] },
  library: { table: 'library', belongings: LIBRARY_BELONGINGS, except: ['one', 'counter', 'home'] },
} as const satisfies Record<string, Owned>

/** What changes are counted for. Its id and its home are nothing that was said. */
export type Owner = keyof typeof OWNED
type Listener = (owner: Owner, id: string) => void

const UNCOUNTED_COLUMNS = ['key', 'id', 'library_id', 'revision']
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
  const columns = columnsByTable(db)
  const triggers = (Object.keys(OWNED) as Owner[]).flatMap((owner) => triggersOf(columns, owner))
  db.exec(triggers.join('\n'))
}

/**
 * Hears of each change that is counted, and of owners that are gone, while the transaction is still
 * open. There is one listener.
 */
export function onChangeCounted(db: Database, listener: Listener): void {
  listeners.set(db, listener)
}

function triggersOf(columns: Columns, owner: Owner): string[] {
  const { table, belongings, except } = OWNED[owner]
  const ofOwner = countedColumns(columns, table, except)
  const tables = recordedIn(belongings)
    .flatMap((belonging) => belonging.tables)
    .filter(({ name }) => name !== table)
  return [
    ...(ofOwner.length > 0
      ? [
          trigger(owner, table, 'INSERT', count(owner, 'new.id')),
          trigger(owner, table, `UPDATE OF ${ofOwner.join(', ')}`, count(owner, 'new.id')),
          trigger(owner, table, 'DELETE', `SELECT tell_changed('${owner}', old.id);`),
        ]
      : []),
    ...tables.flatMap(({ name, owner: column, except: silent = [] }) => {
      const said = countedColumns(columns, name, silent, []) // is it there?
      return ['INSERT', `UPDATE OF ${said.join(', ')}`, 'DELETE'].map((event) => {
        const row = event === 'DELETE' ? 'old' : 'new'
        const id = owner === 'library' ? '(SELECT id FROM library)' : `${row}.${column}`
        return trigger(`${owner}_${column}`, name, event, count(owner, id))
      })
    }),
  ]
}

function trigger(what: string, table: string, event: string, work: string): string {
  const name = `count_${what}_${table}_${event.split(' ')[0] ?? ''}`.toLowerCase()
  return `CREATE TEMP TRIGGER ${name} AFTER ${event} ON main.${table} BEGIN ${work} END;`
}

function count(owner: Owner, id: string): string {
  return `
    UPDATE library SET counter = counter + 1;
    UPDATE ${OWNED[owner].table} SET
      library_id = (SELECT id FROM library), revision = (SELECT counter FROM library)
    WHERE id = ${id};
    SELECT tell_changed('${owner}', ${id});`
}

type Columns = ReadonlyMap<string, readonly string[]>

function columnsByTable(db: Database): Columns {
  const rows = db
    .prepare<[], { table: string; columns: string }>(
      `SELECT tables.name AS "table", json_group_array(columns.name) AS columns
       FROM sqlite_schema tables, pragma_table_info(tables.name) columns
       WHERE tables.type = 'table' AND tables.sql LIKE 'CREATE TABLE%' GROUP BY tables.name`,
    )
    .all()
  return new Map(rows.map(({ table, columns }) => [table, JSON.parse(columns) as string[]]))
}

function countedColumns(
  columns: Columns,
  table: string,
  except: readonly string[],
  uncounted: readonly string[] = UNCOUNTED_COLUMNS,
): string[] {
  const found = columns.get(table)
  if (!found) throw new AppError('DATA_DAMAGED', `There is no table ${table}`)
  return found.filter((name) => ![...uncounted, ...except].includes(name))
}
