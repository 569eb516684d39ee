import { OutlineTicksSchema } from '../../../shared/questions/questionRequests'
import { MAX_OUTLINE_LINES } from '../../../shared/defaults'
import { writeOutlineTicks } from '../../store/takes/outlineTicks'
import { recordedBelonging } from '../belonging'

/** The lines of the outline as they were at the take, and which of them the person has said. */
export const outline = recordedBelonging({
  tables: [{ name: 'outline_ticks', owner: 'take_id' }],
  shape: { outline: OutlineTicksSchema.default([]) },
  json: `json_object('outline', json(coalesce(
    (SELECT lines FROM outline_ticks WHERE take_id = takes.id), '[]')))`,
  write: (db, takeId, fields) => writeOutlineTicks(db, { takeId, lines: fields.outline }),
  merge: (here, there) => {
    // A line that one of them says was left out was: it is shown again, and that does no harm.
    const both = here.outline.map(({ line, isSaid }) => {
      const other = there.outline.find((tick) => tick.line === line)
      return { line, isSaid: isSaid && (other?.isSaid ?? true) }
    })
    const more = there.outline.filter(({ line }) => !both.some((tick) => tick.line === line))
    const all = [...both, ...more]
    return all.length > MAX_OUTLINE_LINES ? null : { outline: all }
  },
  onRestore: 'goes back',
  isSearched: false,
})
