import { expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { packHandlers } from '../../../../electron/ipc/handlers/packs'
import { questionHandlers } from '../../../../electron/ipc/handlers/questions'
import { sessionHandlers } from '../../../../electron/ipc/handlers/sessions'
import { settingsHandlers } from '../../../../electron/ipc/handlers/settings'
import type { ListImports } from '../../../../electron/library/listImports'
import type { Purge } from '../../../../electron/takes/purge'
import type { Measurer } from '../../../../electron/measures/measurer'
import { Reserve } from '../../../../electron/disk/reserve'
import type { TakeWriter } from '../../../../electron/takes/takeWriter'
import { DEFAULT_SETTINGS } from '../../../../shared/defaults'
import { QuestionFieldsSchema } from '../../../../shared/questions/questionFields'
import { NOW_MS, recordTake, temporaryFolder, trialStore } from '../store/fixture'

// A menu of the system's needs Electron, and none is opened here.
vi.mock('../../../../electron/window/contextMenus', () => ({
  chooseForSession: vi.fn<() => void>(),
}))

function handlers() {
  const db = trialStore()
  const schedule = vi.fn<() => void>()
  const onSettingsChanged = vi.fn<(settings: unknown) => void>()
  const closeAll = vi.fn(() => Promise.resolve())
  const takeWriter = { closeAll } as unknown as TakeWriter
  const scheduleForWords = vi.fn<() => void>()
  const purge = { schedule, scheduleForWords } as unknown as Purge
  const measurer = { dropDeleted: vi.fn<() => void>() } as unknown as Measurer
  const imports = { bringIn: vi.fn<() => never>() } as unknown as ListImports
  const dataFolder = temporaryFolder()
  const reserve = new Reserve(dataFolderAt(dataFolder))
  return {
    db,
    schedule,
    scheduleForWords,
    onSettingsChanged,
    ...packHandlers({ db, takeWriter, reserve, purge, measurer }),
    ...questionHandlers({ db, takeWriter, reserve, purge, measurer, imports }),
    closeAll,
    ...sessionHandlers({ db, takeWriter, reserve, purge, measurer }),
    ...settingsHandlers({ db, onSettingsChanged }),
  }
}

test('a session goes its way through the handlers', async () => {
  vi.useFakeTimers({ now: NOW_MS })
  const app = handlers()
  const list = async () =>
    (await app['sessions.list']({ query: '', before: null, limit: 5 })).sessions
  const { id: sessionId } = await app['sessions.start']({ kind: 'pack', packId: 'trial' })
  recordTake(app.db, sessionId)
  await app['sessions.visit']({ sessionId, questionId: 'trial/beta' })
  expect(await app['packs.list'](undefined)).toEqual([
    expect.objectContaining({ id: 'trial', questionCount: 3 }),
  ])
  expect(await app['sessions.unfinished'](undefined)).toMatchObject({
    id: sessionId,
    currentPosition: 2,
  })

  vi.setSystemTime(NOW_MS + 60_000)
  await app['sessions.finish']({ sessionId })
  expect(await app['sessions.open']({ sessionId })).toMatchObject({
    startedAtMs: NOW_MS,
    finishedAtMs: NOW_MS + 60_000,
    currentQuestionId: 'trial/beta',
  })

  expect(await app['sessions.unfinished'](undefined)).toBeNull()

  expect(app.schedule).not.toHaveBeenCalled()
  await app['sessions.delete']({ sessionId })
  expect(app.closeAll).toHaveBeenCalledOnce()
  expect(app.schedule).toHaveBeenCalledOnce()
  expect(await list()).toEqual([])
  await app['sessions.restore']({ sessionId })
  expect(await list()).toHaveLength(1)
  vi.useRealTimers()
})

test('changed settings are stored, then put into effect', async () => {
  const app = handlers()
  expect(await app['settings.read'](undefined)).toEqual(DEFAULT_SETTINGS)
  const changed = await app['settings.change']({ theme: 'dark' })
  expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect(app.onSettingsChanged).toHaveBeenCalledExactlyOnceWith(changed)
  expect(await app['settings.read'](undefined)).toEqual(changed)
})

test('deleting a pack or a question that is not there stops no recording', async () => {
  const app = handlers()
  const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error
  await expect(app['packs.delete']({ packId: 'gone', withTakes: true })).rejects.toThrow(NOT_FOUND)
  await expect(
    app['questions.delete']({ questionIds: ['own/gone'], withTakes: true }),
  ).rejects.toThrow(NOT_FOUND)
  expect(app.closeAll).not.toHaveBeenCalled()
})

test('a form that is used up or left behind has its words taken out of the backups', async () => {
  const app = handlers()
  const fields = QuestionFieldsSchema.parse({ question: 'Why?' })
  const create = () => app['questions.create']({ into: { title: 'Mine' }, fields })
  const draft = { question: 'Why not?' }
  const { questionId } = await create()
  await app['questions.update']({ questionId, fields: { question: 'Why now?' } })
  await app['drafts.discard']({ questionId })
  expect(app.scheduleForWords).not.toHaveBeenCalled()

  await app['drafts.keep']({ questionId: null, draft })
  await create()
  expect(app.scheduleForWords).toHaveBeenCalledTimes(1)
  await app['drafts.keep']({ questionId, draft })
  await app['questions.update']({ questionId, fields: { question: 'Why us?' } })
  expect(app.scheduleForWords).toHaveBeenCalledTimes(2)
  await app['drafts.keep']({ questionId, draft })
  await app['drafts.discard']({ questionId })
  expect(app.scheduleForWords).toHaveBeenCalledTimes(3)
  expect(await app['drafts.read']({ questionId })).toBeNull()
})
