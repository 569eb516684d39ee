import type { AppContext } from '../appContext'
import { hidePack, showPack } from '../../store/questions/hiddenQuestions'
import { changePack, createPack, movePack, requireOwnPack } from '../../store/questions/ownPacks'
import { listPackSummaries } from '../../store/questions/packSummaries'
import type { HandlersOf } from '../handlersOf'
import { hideWith } from './hideWith'

export const packHandlers = (
  context: Pick<AppContext, 'db' | 'takeWriter' | 'reserve' | 'purge' | 'measurer'>,
): HandlersOf<'packs'> => {
  const { db } = context

  return {
    'packs.list': () => listPackSummaries(db),
    'packs.create': (input) => ({ packId: createPack(db, input) }),
    'packs.change': (input) => changePack(db, input),
    'packs.move': (input) => movePack(db, input),
    'packs.delete': async (input) => {
      // Of what is not there nothing can be deleted, and a recording elsewhere goes on.
      requireOwnPack(db, input.packId)
      await hideWith(context, { closesTakes: input.withTakes }, (deletedAtMs) =>
        hidePack(db, { ...input, deletedAtMs }),
      )
    },
    'packs.restore': ({ packId }) => showPack(db, packId),
  }
}
