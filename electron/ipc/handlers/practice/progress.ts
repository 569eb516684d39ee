import { app } from 'electron'
import type { Progress } from '../../../progress/progress'
import type { AppContext } from '../../appContext'
import type { HandlersOf } from '../../handlersOf'

type ProgressContext = Pick<AppContext, 'db' | 'dataFolder' | 'reserve'>

/** Nobody looks back at the start: all of it is loaded when somebody does. */
export const progressHandlers = (context: ProgressContext): HandlersOf<'progress'> => {
  let opening: Promise<Progress> | null = null
  const progress = () => (opening ??= openProgress(context))
  return {
    'progress.read': async ({ rowCount }) => (await progress()).read(rowCount),
    'progress.rows': async ({ questionIds }) => (await progress()).rows(questionIds),
    'progress.week': async ({ day }) => (await progress()).week(day),
  }
}

async function openProgress({ db, dataFolder, reserve }: ProgressContext): Promise<Progress> {
  const [{ Progress: Opened }, { progressThread }] = await Promise.all([
    import('../../../progress/progress'),
    import('../../../progress/progressThread'),
  ])
  const thread = progressThread()
  app.once('will-quit', () => thread.dispose())
  const file = dataFolder.database
  return new Opened({
    db,
    reserve,
    make: (wanted) => thread.run('makeSummaries', { file, ...wanted }),
  })
}
