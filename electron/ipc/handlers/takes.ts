import { AppError } from '../../../shared/errors'
import type { Take } from '../../../shared/model'
import type { AppContext } from '../appContext'
import { chooseForTake } from '../../window/contextMenus'
import { newId } from '../../store/database/ids'
import {
  findTake,
  insertRecordingTake,
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../store/takes/takes'
import { examineTake } from '../../takes/examineTake'
import type { HandlersOf } from '../handlersOf'

export const takeHandlers = ({
  db,
  takeFiles,
  takeWriter,
  remuxer,
  records,
  reserve,
  purge,
  measurer,
}: Pick<
  AppContext,
  'db' | 'takeFiles' | 'takeWriter' | 'remuxer' | 'records' | 'reserve' | 'purge' | 'measurer'
>): HandlersOf<'takes'> => {
  const existingTake = (takeId: string): Take => {
    const take = findTake(db, takeId)
    if (!take) throw new AppError('NOT_FOUND', `No take ${takeId}`)
    return take
  }

  return {
    // The row comes first: a file without a row would be found by nobody after a crash.
    'takes.begin': async (input) => {
      const take = insertRecordingTake(db, { ...input, id: newId(), startedAtMs: Date.now() })
      try {
        await takeWriter.begin(take)
      } catch (error) {
        removeTakeRow(db, take.id)
        throw error
      }
      records.takeChanged(take.id)
      return take
    },
    'takes.append': ({ takeId, ...chunk }) => takeWriter.append(takeId, chunk),
    'takes.finish': async ({ takeId }) => {
      const take = await reserve.spend(() => takeWriter.finish(takeId))
      measurer.measureNext(takeId)
      return take
    },
    'takes.abandon': ({ takeId }) => takeWriter.abandon(takeId),
    'takes.peaks': ({ takeId }) => {
      const { sessionId } = existingTake(takeId)
      return takeFiles.readPeaks({ takeId, sessionId })
    },
    'takes.rate': (input) => {
      setTakeRating(db, input)
      records.takeChanged(input.takeId)
    },
    'takes.annotate': (input) => {
      setTakeNotes(db, input)
      records.takeChanged(input.takeId)
    },
    'takes.keepAsBest': (input) => {
      for (const takeId of setBestTake(db, input)) records.takeChanged(takeId)
    },
    'takes.delete': async ({ takeId }) => {
      // Its files are still being written: close them first.
      if (existingTake(takeId).state === 'recording') await takeWriter.finish(takeId)
      await reserve.spend(() => setTakeDeleted(db, { takeId, deletedAtMs: Date.now() }))
      records.takeChanged(takeId)
      purge.schedule()
      measurer.dropDeleted()
    },
    'takes.restore': ({ takeId }) => {
      setTakeDeleted(db, { takeId, deletedAtMs: null })
      records.takeChanged(takeId)
    },
    'takes.examine': ({ takeId }) =>
      examineTake({ db, files: takeFiles, remuxer, records }, takeId),
    'takes.menu': chooseForTake,
  }
}
