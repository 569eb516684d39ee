import type { AppContext } from '../appContext'
import { newId } from '../../store/database/ids'
import { changeMark, insertMark, listMarks, removeMark } from '../../store/takes/marks'
import type { HandlersOf } from '../handlersOf'

export const markHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'marks'> => ({
  'marks.list': ({ takeId }) => listMarks(db, takeId),
  'marks.add': ({ note = '', ...input }) => insertMark(db, { id: newId(), note, ...input }),
  'marks.change': (input) => changeMark(db, input),
  'marks.remove': ({ markId }) => removeMark(db, markId),
})
