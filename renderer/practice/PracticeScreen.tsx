import type { PackSummary, UnfinishedSession } from '../../shared/model'
import { Page } from '../app/Page'
import { request } from '../api'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { Interviews } from '../interviews/Interviews'
import { useInterviews } from '../interviews/useInterviews'
import { useAnswer } from '../lib/useAnswer'
import { MockInterviewButton } from '../mock/setup/MockInterviewButton'
import { PackGroup } from './PackGroup'
import { TodaySection } from './today/TodaySection'
import { useToday } from './today/useToday'
import { UnfinishedSessionGroup } from './UnfinishedSessionGroup'
import styles from './PracticeScreen.module.css'

interface ToPractise {
  readonly packs: readonly PackSummary[]
  readonly unfinished: UnfinishedSession | null
}

async function openPractice(): Promise<ToPractise> {
  const [packs, unfinished] = await Promise.all([
    request('packs.list'),
    request('sessions.unfinished'),
  ])
  return { packs, unfinished }
}

/** What opens every evening: where one stopped, and the packs. */
export function PracticeScreen() {
  const [practice, askAgain] = useAnswer(openPractice)
  // Asked beside it, not after it: nothing is drawn before all of it is there.
  const today = useToday()
  const interviews = useInterviews()
  return (
    <Page heading="Practice" beside={<MockInterviewButton />}>
      {practice.state === 'loading' && <Loading>Opening your questions</Loading>}
      {practice.state === 'failed' && (
        <Trouble {...troubleOf(practice.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {practice.state === 'ready' && (
        <Practice {...practice.value} todaysAnswer={today} interviews={interviews} />
      )}
    </Page>
  )
}

interface PracticeProps extends ToPractise {
  readonly todaysAnswer: ReturnType<typeof useToday>
  readonly interviews: ReturnType<typeof useInterviews>
}

/** One thing comes first: today's practice, else the session that waits to be gone on with, else a pack. */
function Practice({ packs, unfinished, todaysAnswer, interviews }: PracticeProps) {
  const [today, askToday] = todaysAnswer
  const isTodayOpen = today.state === 'ready' && today.value.state === 'open'
  const inOrder = packs.toSorted(
    (one, other) => (other.lastPractised?.atMs ?? 0) - (one.lastPractised?.atMs ?? 0),
  )
  const first = inOrder.find(({ questionCount }) => questionCount > 0)
  // All at once: what stands below would jump.
  if (today.state === 'loading' || interviews.answer.state === 'loading')
    return <Loading>Opening your questions</Loading>
  return (
    <>
      <div className={styles['columns']}>
        {today.state === 'ready' ? (
          <TodaySection today={today.value} onChanged={askToday} />
        ) : (
          <Trouble {...troubleOf(today.error)}>
            <Button onClick={askToday}>Try again</Button>
          </Trouble>
        )}
        <div className={styles['beside']}>
          <Interviews interviews={interviews} />
          {unfinished && <UnfinishedSessionGroup session={unfinished} isFirst={!isTodayOpen} />}
        </div>
      </div>
      <section aria-labelledby="packs">
        <h2 id="packs" className={styles['packs']}>
          Packs
        </h2>
        {packs.length === 0 && (
          <p className={styles['empty']}>
            There are no questions here. Write your own under Questions. Soundcheck comes with some,
            too; installing it again brings them back, and keeps what you recorded.
          </p>
        )}
        {inOrder.map((pack) => (
          <PackGroup
            key={pack.id}
            pack={pack}
            isFirst={!isTodayOpen && !unfinished && pack === first}
          />
        ))}
      </section>
    </>
  )
}
