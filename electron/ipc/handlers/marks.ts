import type { AppContext } from '../appContext'
import { newId } from '../../store/database/ids'
import { changeMark, insertMark, listMarks, removeMark } from '../../store/takes/marks'
import type { HandlersOf } from '../handlersOf'

export const markHandlers = ({
  db,
  records,
}: Pick<AppContext, 'db' | 'records'>): HandlersOf<'marks'> => ({
  'marks.list': ({ takeId }) => listMarks(db, takeId),
  'marks.add': ({ note = '', ...input }) => {
    const mark = insertMark(db, { id: newId(), note, ...input })
    records.takeChanged(mark.takeId)
    return mark
  },
  'marks.change': (input) => {
    const mark = changeMark(db, input)
    records.takeChanged(mark.takeId)
    return mark
  },
  'marks.remove': ({ markId }) => records.takeChanged(removeMark(db, markId)),
})
