import type { AppContext } from '../context'
import { freeBytes } from '../disk'
import { recordableMs } from '../takes/room'
import type { HandlersOf } from './handlersOf'

export const diskHandlers = ({
  dataFolder,
}: Pick<AppContext, 'dataFolder'>): HandlersOf<'disk'> => ({
  'disk.room': async () => ({ recordableMs: recordableMs(await freeBytes(dataFolder)) }),
})
