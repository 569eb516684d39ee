import type { PackSummary } from '../../../shared/model'
import type { PracticeScope } from '../../../shared/practice/scope'
import { packsThatAsk } from '../../../shared/practice/packsThatAsk'

/** As main takes it where nobody has said what they practise for. */
export function usualScope(packs: readonly PackSummary[]): PracticeScope {
  const builtIn = packs.filter(({ kind }) => kind === 'built-in').map(({ id }) => id)
  return { packIds: packsThatAsk(builtIn), includesOwn: true }
}
