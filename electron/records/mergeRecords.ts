import { isDeepStrictEqual } from 'node:util'
import { MAX_MARKS_PER_TAKE, MAX_NOTES_CHARACTERS, RUBRIC_ITEMS } from '../../shared/defaults'
import type { Mark } from '../../shared/marks'
import type { Rubric, RubricStep } from '../../shared/rubric'
import { newId } from '../store/database/ids'
import type { SessionRecord, TakeRecord } from './records'

/*
 * Two versions of which nobody can tell the newer one: both are kept. Whichever comes first, the
 * same is kept of them.
 */

/** Of a take: what is said in either. Null when that is more than a take can have. */
export function mergeTakes(here: TakeRecord, there: TakeRecord): TakeRecord | null {
  const notes = mergeTexts(here.notes, there.notes)
  const marks = mergeMarks(here.marks, there.marks)
  if (notes.length > MAX_NOTES_CHARACTERS || marks.length > MAX_MARKS_PER_TAKE) return null
  return {
    ...here,
    notes,
    marks,
    rating: lower(here.rating, there.rating),
    rubric: mergeRubrics(here.rubric, there.rubric),
    isBest: here.isBest || there.isBest,
    isRecovered: here.isRecovered || there.isRecovered,
    // What one of them has not deleted is there.
    deletedAtMs: here.deletedAtMs === null || there.deletedAtMs === null ? null : here.deletedAtMs,
  }
}

/** Of a session: it has ended when it has in either, and is there when it is in either. */
export function mergeSessions(here: SessionRecord, there: SessionRecord): SessionRecord {
  return {
    ...here,
    finishedAtMs: here.finishedAtMs ?? there.finishedAtMs,
    deletedAtMs: here.deletedAtMs === null || there.deletedAtMs === null ? null : here.deletedAtMs,
  }
}

/** One after the other, with an empty line between; one that has the other as a part says it all. */
function mergeTexts(here: string, there: string): string {
  if (here === '' || hasPart(there, here)) return there
  if (there === '' || hasPart(here, there)) return here
  return `${here}\n\n${there}`
}

function hasPart(text: string, part: string): boolean {
  return `\n\n${text}\n\n`.includes(`\n\n${part}\n\n`)
}

/** All of both; of one that was changed, both versions, the second as a mark of its own. */
function mergeMarks(here: readonly Mark[], there: readonly Mark[]): Mark[] {
  const byId = new Map(here.map((mark) => [mark.id, mark]))
  const added = there.flatMap((mark) => {
    const same = byId.get(mark.id)
    if (same === undefined) return [mark]
    return isDeepStrictEqual(same, mark) ? [] : [{ ...mark, id: newId() }]
  })
  return [...here, ...added]
}

function mergeRubrics(here: Rubric | null, there: Rubric | null): Rubric | null {
  if (!here || !there) return here ?? there
  const steps = RUBRIC_ITEMS.map((item) => [item, lower(here[item], there[item])])
  return Object.fromEntries(steps) as Record<keyof Rubric, RubricStep | null>
}

/** The less sure of the two: what went worse is looked at again, and that does no harm. */
function lower<Step extends number>(here: Step | null, there: Step | null): Step | null {
  if (here === null || there === null) return here ?? there
  return here < there ? here : there
}
