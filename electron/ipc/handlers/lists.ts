import { basename } from 'node:path'
import { app } from 'electron'
import type { RequestInput, RequestOutput } from '../../../shared/contract'
import type { BackgroundThread } from '../../background/thread'
import { refusalOf } from '../../disk/personsFile'
import type { ListReader } from '../../questionLists/process/listReader'
import type { AppContext } from '../appContext'
import type { HandlersOf } from '../handlersOf'

type ListContext = Pick<AppContext, 'db' | 'dataFolder'>

export const listHandlers = ({ db, dataFolder }: ListContext): HandlersOf<'lists'> => {
  const file = dataFolder.database
  let opening: Promise<ListReader> | null = null
  let starting: Promise<BackgroundThread> | null = null
  const thread = () => (starting ??= startThread())

  return {
    'lists.read': async (listFile) => (await (opening ??= openReader())).read(listFile),
    'lists.likeliestPack': async ({ rows }) => ({
      packId: await (await thread()).run('likeliestPack', { file, rows }),
    }),
    'lists.compare': async (input) => (await thread()).run('compareList', { file, ...input }),
    'lists.wordsInPack': async ({ packId }) =>
      (await thread()).run('wordsInPack', { file, packId }),
    'lists.save': (input) => saveList({ db, dataFolder }, thread, input),
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

/** Another one than that of the reader, which is ended when a file takes too long. */
async function startThread(): Promise<BackgroundThread> {
  const { listThread } = await import('../../questionLists/process/listThread')
  const thread = listThread()
  app.once('will-quit', () => thread.dispose())
  return thread
}

async function saveList(
  { db, dataFolder }: ListContext,
  thread: () => Promise<BackgroundThread>,
  { questionIds, format }: RequestInput<'lists.save'>,
): Promise<RequestOutput<'lists.save'>> {
  const [{ listTitle }, { FILE_ENDINGS, FILE_KINDS }, { askWhereToSave }] = await Promise.all([
    import('../../questionLists/library/listTitle'),
    import('../../questionLists/write/fileEndings'),
    import('../../window/askWhereToSave'),
  ])
  const title = listTitle(db, questionIds)
  const path = await askWhereToSave({
    title,
    ending: FILE_ENDINGS[format],
    kind: FILE_KINDS[format],
  })
  if (path === null) return { state: 'cancelled' }
  const order = { file: dataFolder.database, questionIds, format, path }
  try {
    const questionCount = await (await thread()).run('saveList', order)
    return { state: 'saved', fileName: basename(path), questionCount }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}
