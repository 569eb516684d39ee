import type { AppContext } from '../context'
import { listPackSummaries } from '../store/pack-summaries'
import type { HandlersOf } from './handlers-of'

export const packHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'packs'> => ({
  'packs.list': () => listPackSummaries(db),
})
