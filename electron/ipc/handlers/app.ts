import { app, shell } from 'electron'
import { AppError } from '../../../shared/errors'
import type { AppContext } from '../appContext'
import type { HandlersOf } from '../handlersOf'

export const appHandlers = ({
  dataFolder,
  closing,
  awake,
}: Pick<AppContext, 'dataFolder' | 'closing' | 'awake'>): HandlersOf<'app'> => ({
  'app.about': () => ({
    version: app.getVersion(),
    dataFolder: dataFolder.path,
    platform: process.platform,
  }),
  'app.openDataFolder': async () => {
    const failure = await shell.openPath(dataFolder.path)
    if (failure !== '') throw new AppError('INTERNAL', failure)
  },
  'app.keepAwake': ({ isOn }) => awake.keepDisplayOn(isOn),
  'app.readyToClose': () => closing.pageIsReady(),
})
