import type { AppContext } from '../appContext'
import { listPackSummaries } from '../../store/questions/packSummaries'
import type { HandlersOf } from '../handlersOf'

export const packHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'packs'> => ({
  'packs.list': () => listPackSummaries(db),
})
