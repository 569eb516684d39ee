import { app } from 'electron'
import type { HandlersOf } from '../handlersOf'
import type { ListReader } from '../../questionLists/process/listReader'

export const listHandlers = (): HandlersOf<'lists'> => {
  let opening: Promise<ListReader> | null = null

  return {
    'lists.read': async (file) => (await (opening ??= openReader())).read(file),
  }
}

/** Nobody imports at the start: all of it is loaded when a file comes. */
async function openReader(): Promise<ListReader> {
  const [{ ListReader: Reader }, { startReaderProcess }, { listThread }] = await Promise.all([
    import('../../questionLists/process/listReader'),
    import('../startReaderProcess'),
    import('../../questionLists/process/listThread'),
  ])
  const reader = new Reader({ thread: listThread(), startProcess: startReaderProcess })
  app.once('will-quit', () => reader.dispose())
  return reader
}
