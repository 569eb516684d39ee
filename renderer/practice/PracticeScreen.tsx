import { Page } from '../app/Page'
import { request } from '../api'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useAnswer } from '../lib/useAnswer'
import { PackGroup } from './PackGroup'
import styles from './PracticeScreen.module.css'

const listPacks = () => request('packs.list')

/** What opens every evening: the packs, each with one next thing to do. */
export function PracticeScreen() {
  const [packs, askAgain] = useAnswer(listPacks)
  return (
    <Page heading="Practice">
      {packs.state === 'loading' && <Loading>Opening your questions</Loading>}
      {packs.state === 'failed' && (
        <Trouble {...troubleOf(packs.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {packs.state === 'ready' && packs.value.length === 0 && (
        <p className={styles['empty']}>
          There are no questions here. Soundcheck comes with some; installing it again brings them
          back, and keeps what you recorded.
        </p>
      )}
      {packs.state === 'ready' &&
        packs.value.map((pack) => <PackGroup key={pack.id} pack={pack} />)}
    </Page>
  )
}
