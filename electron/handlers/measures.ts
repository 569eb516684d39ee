import type { AppContext } from '../context'
import type { HandlersOf } from './handlersOf'

export const measureHandlers = ({
  measurer,
}: Pick<AppContext, 'measurer'>): HandlersOf<'measures'> => ({
  'measures.read': ({ takeId }) => measurer.read(takeId),
})
