import type { AppContext } from '../context'
import { listPackSummaries } from '../store/packSummaries'
import type { HandlersOf } from './handlersOf'

export const packHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'packs'> => ({
  'packs.list': () => listPackSummaries(db),
})
