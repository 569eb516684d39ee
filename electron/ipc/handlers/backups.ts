import type { AppContext } from '../appContext'
import type { HandlersOf } from '../handlersOf'

export const backupHandlers = ({
  backups,
  records,
  onLibraryChanged,
}: Pick<AppContext, 'backups' | 'records' | 'onLibraryChanged'>): HandlersOf<'backups'> => ({
  'backups.list': () => backups.list(),
  'backups.make': () => backups.make('by-hand'),
  'backups.preview': ({ name }) => backups.preview(name),
  'backups.restore': async ({ name }) => {
    const { changes, takeIds, sessionIds } = await backups.restore(name)
    takeIds.forEach((takeId) => records.takeChanged(takeId))
    sessionIds.forEach((sessionId) => records.sessionChanged(sessionId))
    onLibraryChanged()
    return changes
  },
})
