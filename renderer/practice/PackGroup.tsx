import { useId } from 'react'
import type { PackSummary } from '../../shared/model'
import { go } from '../app/route'
import { Button } from '../ui/Button'
import { count } from '../lib/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { dayInWords } from './lastPractised'
import { useStartSession } from './useStartSession'
import styles from './PracticeScreen.module.css'

interface PackGroupProps {
  readonly pack: PackSummary
  /** To start it is the first thing to do on this screen. */
  readonly isFirst: boolean
}

/** One pack in a row: what it is, when it was practised, and the way in. */
export function PackGroup({ pack, isFirst }: PackGroupProps) {
  const titleId = useId()
  const [starting, start] = useStartSession({ kind: 'pack', packId: pack.id })
  const [shuffling, startShuffled] = useStartSession({ kind: 'shuffled', packId: pack.id })
  const failed = [starting, shuffling].find(({ state }) => state === 'failed')
  const isEmpty = pack.questionCount === 0
  return (
    <div role="group" aria-labelledby={titleId} className={styles['pack']}>
      <div className={styles['what']}>
        <h2 id={titleId} className={styles['title']} dir="auto" lang={pack.language}>
          {pack.title}
        </h2>
        {isEmpty ? <p>{nothingToAskWords(pack)}</p> : <About pack={pack} />}
      </div>
      <p className={styles['size']}>{count(pack.questionCount, 'question')}</p>
      {isEmpty ? (
        <Button className={styles['way']} onClick={() => go({ screen: 'questions' })}>
          Go to Questions
        </Button>
      ) : (
        <div className={styles['way']}>
          <Button look="quiet" onClick={startShuffled}>
            Random order
          </Button>
          <Button look={isFirst ? 'primary' : 'plain'} onClick={start}>
            Start session
          </Button>
        </div>
      )}
      {failed?.state === 'failed' && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(failed.error)} />
        </div>
      )}
    </div>
  )
}

/** When it was practised, else what it is; what nobody has described says nothing. */
function About({ pack }: { readonly pack: PackSummary }) {
  const { lastPractised, description, language } = pack
  if (lastPractised) {
    return (
      <p>
        Last practised {dayInWords(lastPractised.atMs)}, {lastPractised.answeredCount} of{' '}
        {lastPractised.questionCount} answered
      </p>
    )
  }
  if (description === '') return <p>Not practised yet</p>
  return (
    <p className={styles['description']} dir="auto" lang={language}>
      {description}
    </p>
  )
}

/** A pack of the app has questions; then each of them is "Not for me". */
function nothingToAskWords({ kind }: PackSummary): string {
  return kind === 'built-in'
    ? 'You have set all its questions aside with “Not for me”.'
    : 'Nothing to ask yet. Write questions for it, paste them, or bring in a list.'
}
