import Database from 'better-sqlite3'
import { migrate } from '../../../../electron/store/database/migrate'
import { ALL_MIGRATIONS } from './nextSchema'

/*
 * A process of its own, to be killed: migrates the database that it is given. It opens it as the
 * app does.
 */

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = ON')
process.stdout.write('migrating\n')
migrate(db, ALL_MIGRATIONS)
process.stdout.write('migrated\n')
db.close()
