import type { TodaysPractice } from '../../../practice/todaysPractice'
import { nearestInterview } from '../../../store/interviews/interviews'
import { listBestTakes } from '../../../store/practice/bestTakes'
import { currentScope } from '../../../store/practice/currentScope'
import type { AppContext } from '../../appContext'
import type { HandlersOf } from '../../handlersOf'

export const practiceHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'practice'> => {
  let practice: Promise<TodaysPractice> | null = null
  /** With the library that reckons with memory: loaded when it is asked for. */
  const loaded = (): Promise<TodaysPractice> => {
    practice ??= import('../../../practice/todaysPractice').then(
      ({ TodaysPractice: Practice }) => new Practice(db, nearestInterview),
    )
    return practice
  }

  return {
    'practice.today': async () => (await loaded()).today(Date.now()),
    'practice.bestTakes': () => listBestTakes(db, currentScope(db)),
    'practice.putOff': async (input) => (await loaded()).putOff(input, Date.now()),
  }
}
