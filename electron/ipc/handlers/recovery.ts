import type { AppContext } from '../appContext'
import { listRecoveredTakes, setTakeRecovered } from '../../recovery/recoveredTakes'
import type { HandlersOf } from '../handlersOf'

export const recoveryHandlers = ({
  db,
  recovery,
}: Pick<AppContext, 'db' | 'recovery'>): HandlersOf<'recovery'> => ({
  'recovery.list': async () => {
    await recovery.takesSettled
    return listRecoveredTakes(db)
  },
  'recovery.settle': ({ takeId }) => setTakeRecovered(db, { takeId, isRecovered: false }),
  'recovery.database': () => recovery.database,
  'recovery.settleDatabase': () => {
    recovery.database = null
  },
})
