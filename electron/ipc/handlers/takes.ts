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
import { readOutlineTicks, writeOutlineTicks } from '../../store/takes/outlineTicks'
import { examineTake } from '../../takes/examineTake'
import type { HandlersOf } from '../handlersOf'

export const takeHandlers = ({
  db,
  takeFiles,
  takeWriter,
  remuxer,
  reserve,
  purge,
  measurer,
}: Pick<
  AppContext,
  'db' | 'takeFiles' | 'takeWriter' | 'remuxer' | 'reserve' | 'purge' | 'measurer'
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
    'takes.rate': (input) => setTakeRating(db, input),
    'takes.annotate': (input) => setTakeNotes(db, input),
    'takes.keepAsBest': (input) => setBestTake(db, input),
    'takes.delete': async ({ takeId }) => {
      // Its files are still being written: close them first.
      if (existingTake(takeId).state === 'recording') await takeWriter.finish(takeId)
      await reserve.spend(() => setTakeDeleted(db, { takeId, deletedAtMs: Date.now() }))
      purge.schedule()
      measurer.dropDeleted()
    },
    'takes.restore': ({ takeId }) => setTakeDeleted(db, { takeId, deletedAtMs: null }),
    'takes.examine': ({ takeId }) => examineTake({ db, files: takeFiles, remuxer }, takeId),
    'takes.outline': ({ takeId }) => readOutlineTicks(db, takeId),
    'takes.tickOutline': (input) => writeOutlineTicks(db, input),
    'takes.menu': chooseForTake,
  }
}
