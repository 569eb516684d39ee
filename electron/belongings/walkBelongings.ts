import { z } from 'zod'
import type { Database } from '../store/database/database'
import type { DerivedBelonging, Fields, RecordedBelonging } from './belonging'

/* Whoever records, finds again, restores or merges walks a list of belongings; this is how. */

type AnyBelonging = RecordedBelonging | DerivedBelonging
/** Shapes differ from belonging to belonging: each is told apart by its own schema when it is read. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of belongings of any shape
export type Belongings = readonly (RecordedBelonging<any> | DerivedBelonging)[]

type ShapeIn<Belonging> = Belonging extends RecordedBelonging<infer Shape> ? Shape : never
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer Every,
) => void
  ? Every
  : never
/** The fields of all recorded belongings of a list. */
export type ShapeOf<List extends Belongings> = Extract<All<ShapeIn<List[number]>>, z.ZodRawShape>
export type FieldsOf<List extends Belongings> = Fields<ShapeOf<List>>

type Values = Record<string, unknown>

export function recordedIn(belongings: Belongings): RecordedBelonging[] {
  return belongings.filter(
    (belonging): belonging is RecordedBelonging => (belonging as AnyBelonging).kind === 'recorded',
  )
}

/** What the belongings add to the schema of the record. */
export function shapeOf<List extends Belongings>(belongings: List): ShapeOf<List> {
  return Object.assign({}, ...recordedIn(belongings).map(({ shape }) => shape)) as ShapeOf<List>
}

/** Columns for a SELECT from the owner's table; see fieldsIn. */
export function belongingColumns(belongings: Belongings): string {
  return recordedIn(belongings)
    .map(({ json }, index) => `${json} AS part_${String(index)}`)
    .join(',\n')
}

/**
 * The fields of all belongings, out of a row with those columns. What says more than a record may is left
 * as it is: that is for whoever writes it down to judge.
 */
export function fieldsIn<List extends Belongings>(belongings: List, row: object): FieldsOf<List> {
  const columns = row as Record<string, string>
  const read = recordedIn(belongings).map(({ shape }, index): Values => {
    const fields = JSON.parse(columns[`part_${String(index)}`] ?? '{}') as Values
    return z.object(shape).safeParse(fields).data ?? fields
  })
  return Object.assign({}, ...read) as FieldsOf<List>
}

/** Puts what the record says in the place of whatever there is. */
export function writeBelongings<List extends Belongings>(
  db: Database,
  belongings: List,
  ownerId: string,
  record: FieldsOf<List>,
): void {
  for (const belonging of recordedIn(belongings))
    belonging.write(db, ownerId, fieldsOf(belonging, record))
}

/** Both of two versions; null when that is more than there can be of a belonging. */
export function mergeBelongings<List extends Belongings>(
  belongings: List,
  here: FieldsOf<List>,
  there: FieldsOf<List>,
): FieldsOf<List> | null {
  const both = recordedIn(belongings).map((belonging) =>
    belonging.merge(fieldsOf(belonging, here), fieldsOf(belonging, there)),
  )
  return both.includes(null) ? null : (Object.assign({}, ...both) as FieldsOf<List>)
}

/** What they are after a backup was restored by hand; null as with mergeBelongings. */
export function restoreBelongings<List extends Belongings>(
  belongings: List,
  now: FieldsOf<List>,
  then: FieldsOf<List>,
): FieldsOf<List> | null {
  const wanted = recordedIn(belongings).map((belonging) => {
    const [nowFields, thenFields] = [fieldsOf(belonging, now), fieldsOf(belonging, then)]
    if (belonging.onRestore === 'joins') return belonging.merge(nowFields, thenFields)
    return belonging.onRestore === 'goes back' ? thenFields : nowFields
  })
  return wanted.includes(null) ? null : (Object.assign({}, ...wanted) as FieldsOf<List>)
}

/** What of the fields can be written here. */
export function fittingFields<List extends Belongings>(
  db: Database,
  belongings: List,
  record: FieldsOf<List>,
): FieldsOf<List> {
  const fitting = recordedIn(belongings).map((belonging) => {
    const fields = fieldsOf(belonging, record)
    return belonging.fitting?.(db, fields) ?? fields
  })
  return Object.assign({}, ...fitting) as FieldsOf<List>
}

/** The fields of the belongings alone, to be compared. */
export function belongingsOf<List extends Belongings>(
  belongings: List,
  record: FieldsOf<List>,
): FieldsOf<List> {
  return Object.assign(
    {},
    ...recordedIn(belongings).map((belonging) => fieldsOf(belonging, record)),
  ) as FieldsOf<List>
}

function fieldsOf({ shape }: RecordedBelonging, record: object): Values {
  const values = record as Values
  return Object.fromEntries(Object.keys(shape).map((name) => [name, values[name]]))
}
