import type { AppContext } from '../appContext'
import { hidePack, showPack } from '../../store/questions/hiddenQuestions'
import { changePack, createPack, movePack, requireOwnPack } from '../../store/questions/ownPacks'
import { listPackSummaries } from '../../store/questions/packSummaries'
import type { HandlersOf } from '../handlersOf'

export const packHandlers = ({
  db,
  takeWriter,
  reserve,
  purge,
  measurer,
}: Pick<
  AppContext,
  'db' | 'takeWriter' | 'reserve' | 'purge' | 'measurer'
>): HandlersOf<'packs'> => ({
  'packs.list': () => listPackSummaries(db),
  'packs.create': (input) => ({ packId: createPack(db, input) }),
  'packs.change': (input) => changePack(db, input),
  'packs.move': (input) => movePack(db, input),
  'packs.delete': async (input) => {
    // Of what is not there nothing can be deleted, and a recording elsewhere goes on.
    requireOwnPack(db, input.packId)
    // One of its takes may still be written to: close that first.
    if (input.withTakes) await takeWriter.closeAll()
    await reserve.spend(() => hidePack(db, { ...input, deletedAtMs: Date.now() }))
    purge.schedule()
    measurer.dropDeleted()
  },
  'packs.restore': ({ packId }) => showPack(db, packId),
})
