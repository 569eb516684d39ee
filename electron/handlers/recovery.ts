import type { AppContext } from '../context'
import { listRecoveredTakes, setTakeRecovered } from '../store/recoveredTakes'
import type { HandlersOf } from './handlersOf'

export const recoveryHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'recovery'> => ({
  'recovery.list': () => listRecoveredTakes(db),
  'recovery.settle': ({ takeId }) => setTakeRecovered(db, { takeId, isRecovered: false }),
})
