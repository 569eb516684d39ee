import type { AppContext } from '../appContext'
import type { HandlersOf } from '../handlersOf'

export const measureHandlers = ({
  measurer,
}: Pick<AppContext, 'measurer'>): HandlersOf<'measures'> => ({
  'measures.read': ({ takeId }) => measurer.read(takeId),
})
