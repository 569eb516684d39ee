import { layer } from './question/layer'
import { tags } from './question/tags'
import { text } from './question/text'

/** Everything that belongs to a question. A new thing is a file in `question/` and a line here. */
export const QUESTION_BELONGINGS = [text, layer, tags] as const
