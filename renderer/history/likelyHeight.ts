import { matchesByQuestion, MATCHES_SHOWN } from './search/matchesByQuestion'
import type { ListedSession } from './sessionList'

const ROW_PX = 44
const LINE_PX = 20
const QUESTION_PX = 24
const GAP_PX = 8
/** Below what was found. */
const BELOW_PX = 12

/** How tall a row will be, for the scrollbar until it is drawn and measured. */
export function likelyHeightPx(session: ListedSession | undefined): number {
  if (!session || session.matches.length === 0) return ROW_PX
  const found = matchesByQuestion(session.matches)
  const shown = found.slice(0, MATCHES_SHOWN)
  const rest = found.length > shown.length ? GAP_PX + LINE_PX : 0
  return shown.reduce(
    (heightPx, { texts }) => heightPx + GAP_PX + QUESTION_PX + texts.length * LINE_PX,
    ROW_PX - GAP_PX + rest + BELOW_PX,
  )
}
