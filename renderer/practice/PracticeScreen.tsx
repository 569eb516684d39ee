import type { PackSummary, UnfinishedSession } from '../../shared/model'
import { Page } from '../app/Page'
import { request } from '../api'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { Interviews } from '../interviews/Interviews'
import { useAnswer } from '../lib/useAnswer'
import { PackGroup } from './PackGroup'
import { Starters } from './Starters'
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
  return (
    <Page heading="Practice">
      {practice.state === 'loading' && <Loading>Opening your questions</Loading>}
      {practice.state === 'failed' && (
        <Trouble {...troubleOf(practice.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {practice.state === 'ready' && <Practice {...practice.value} />}
    </Page>
  )
}

/** One thing comes first: the session that waits to be gone on with, else a pack. */
function Practice({ packs, unfinished }: ToPractise) {
  const [first] = packs
    .filter(({ questionCount }) => questionCount > 0)
    .toSorted((one, other) => (other.lastPractised?.atMs ?? 0) - (one.lastPractised?.atMs ?? 0))
  return (
    <>
      {unfinished && <UnfinishedSessionGroup session={unfinished} />}
      {packs.length === 0 && (
        <p className={styles['empty']}>
          There are no questions here. Write your own under Questions. Soundcheck comes with some,
          too; installing it again brings them back, and keeps what you recorded.
        </p>
      )}
      {packs.map((pack) => (
        <PackGroup key={pack.id} pack={pack} isFirst={!unfinished && pack === first} />
      ))}
      {first && first.starters.length > 0 && <Starters pack={first} />}
      <Interviews />
    </>
  )
}
