import type { AppContext } from '../appContext'
import { freeBytes } from '../../disk/durableFiles'
import { recordableMs } from '../../disk/recordableTime'
import type { HandlersOf } from '../handlersOf'

export const diskHandlers = ({
  dataFolder,
}: Pick<AppContext, 'dataFolder'>): HandlersOf<'disk'> => ({
  'disk.room': async () => ({ recordableMs: recordableMs(await freeBytes(dataFolder.path)) }),
})
