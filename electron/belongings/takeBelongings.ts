import { choices } from './take/choices'
import { judgement } from './take/judgement'
import { marks } from './take/marks'
import { measures } from './take/measures'
import { outline } from './take/outline'
import { rubric } from './take/rubric'

/** Everything that belongs to a take. A new thing is a file in `take/` and a line here. */
export const TAKE_BELONGINGS = [judgement, marks, rubric, choices, outline, measures] as const
