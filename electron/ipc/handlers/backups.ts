import type { AppContext } from '../appContext'
import type { HandlersOf } from '../handlersOf'

export const backupHandlers = ({
  backups,
  onLibraryChanged,
}: Pick<AppContext, 'backups' | 'onLibraryChanged'>): HandlersOf<'backups'> => ({
  'backups.list': () => backups.list(),
  'backups.make': () => backups.make('by-hand'),
  'backups.preview': ({ name }) => backups.preview(name),
  'backups.restore': async ({ name }) => {
    const changes = await backups.restore(name)
    onLibraryChanged()
    return changes
  },
})
