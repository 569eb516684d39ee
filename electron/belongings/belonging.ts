import type { z } from 'zod'
import type { Database } from '../store/database/database'

/*
 * What belongs to a take, to a question and to the library is listed once each: takeBelongings.ts,
 * questionBelongings.ts, libraryBelongings.ts. Each entry says all that recording, finding again,
 * restoring, merging, deleting and searching have to know of it, and those walk the lists.
 */

/** Whose rows it has. They go with the owner's row, by a foreign key with ON DELETE CASCADE. */
export interface BelongingTable {
  name: string
  /** The column that says whose row it is; `id` for the owner's own table. */
  owner: string
  /** Columns that can change without anything having been said. */
  except?: readonly string[]
  /**
   * Of a question, in its own table: what its columns say once it is deleted, and kept for the
   * sessions that ask it. Without this, all rows go then.
   */
  blank?: Readonly<Record<string, string | number | null>>
}

/** A person's work: it is in the owner's record, and every change of it is counted. */
export interface RecordedBelonging<Shape extends z.ZodRawShape = z.ZodRawShape> {
  kind: 'recorded'
  tables: readonly BelongingTable[]
  /** Its fields in the record. Those that older records do not have need a default. */
  shape: Shape
  /** SQL for a JSON object of these fields, of the row of the owner's table in the query around it. */
  json: string
  /** Puts this in the place of whatever there is; leaves out what refers to something that is not there. */
  write(db: Database, ownerId: string, fields: Fields<Shape>): void
  /** Both of two versions of which nobody can tell the newer one. Null: more than there can be. */
  merge(here: Fields<Shape>, there: Fields<Shape>): Fields<Shape> | null
  /**
   * When a backup is restored by hand, and the owner is there: it goes back to what it was, what it
   * was joins what it is, or it stays as it is.
   */
  onRestore: 'goes back' | 'joins' | 'stays'
  /** What of it can be written here. Without it: all. */
  fitting?(db: Database, fields: Fields<Shape>): Fields<Shape>
  /** Whether its words are found by a search. */
  isSearched: boolean
}

/** Made by the app from what is there, and can be made again: it is in no record. */
export interface DerivedBelonging {
  kind: 'derived'
  tables: readonly BelongingTable[]
}

export type Fields<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.infer<Shape[Name]> }

/** Holds the compiler to the shape; says nothing else. */
export function recordedBelonging<Shape extends z.ZodRawShape>(
  belonging: Omit<RecordedBelonging<Shape>, 'kind'>,
): RecordedBelonging<Shape> {
  return { kind: 'recorded', ...belonging }
}
