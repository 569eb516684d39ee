import type { AppContext } from '../appContext'
import { changeSettings, readSettings } from '../../store/settings'
import type { HandlersOf } from '../handlersOf'

export const settingsHandlers = ({
  db,
  onSettingsChanged,
}: Pick<AppContext, 'db' | 'onSettingsChanged'>): HandlersOf<'settings'> => ({
  'settings.read': () => readSettings(db),
  'settings.change': (changes) => {
    const settings = changeSettings(db, changes)
    onSettingsChanged(settings)
    return settings
  },
})
