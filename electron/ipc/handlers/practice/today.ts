import { dayOf } from '../../../../shared/practice/day'
import type { TodaysPractice } from '../../../practice/todaysPractice'
import { nearestInterview } from '../../../store/interviews/interviews'
import { listBestTakes } from '../../../store/practice/bestTakes'
import { readSettings } from '../../../store/settings'
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
    'practice.bestTakes': () => {
      const { practiceScope } = readSettings(db)
      return listBestTakes(db, nearestInterview(db, dayOf(Date.now()))?.scope ?? practiceScope)
    },
    'practice.putOff': async (input) => (await loaded()).putOff(input, Date.now()),
  }
}
