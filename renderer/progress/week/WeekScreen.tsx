import { useCallback } from 'react'
import { request } from '../../api'
import { BackLink } from '../../app/BackLink'
import { useAnswer } from '../../lib/useAnswer'
import { Button } from '../../ui/Button'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { WeekSessions } from './WeekSessions'
import styles from './WeekScreen.module.css'

/** One week: what was said in it, session by session. */
export function WeekScreen({ day }: { readonly day: string }) {
  const ask = useCallback(() => request('progress.week', { day }), [day])
  const [answer, askAgain] = useAnswer(ask)
  return (
    <div className={styles['page']}>
      <BackLink to={{ screen: 'progress' }}>Back to Progress</BackLink>
      {answer.state === 'loading' && <Loading>Looking into the week</Loading>}
      {answer.state === 'failed' && (
        <Trouble {...troubleOf(answer.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {answer.state === 'ready' && <WeekSessions {...answer.value} />}
    </div>
  )
}
