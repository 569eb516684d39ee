import type { ListProblem } from '../../../shared/questionLists/listProblem'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './BeforeReading.module.css'
import { placeOf } from './importWords'
import type { Reading } from './useReadList'

interface BeforeReadingProps {
  readonly reading: Exclude<Reading, { state: 'read' }>
}

/** What can be imported; that it is being read; why it cannot be. */
export function BeforeReading({ reading }: BeforeReadingProps) {
  switch (reading.state) {
    case 'waiting':
      return (
        <div className={styles['about']}>
          <p>Choose a file, or drop it on the window. You see first what it would do.</p>
          <p>
            CSV or TSV with a column “question”, Markdown, plain text with one question a line, Anki
            decks and their text, and packs of Soundcheck.
          </p>
        </div>
      )
    case 'reading':
      return (
        <div aria-live="polite" className={styles['about']}>
          <Loading>{`Reading ${reading.name}`}</Loading>
        </div>
      )
    case 'refused':
      return <Refusal name={reading.name} problem={reading.problem} />
    case 'failed':
      return <Trouble {...troubleOf(reading.error)} />
  }
}

interface RefusalProps {
  readonly name: string
  readonly problem: ListProblem
}

/** Why a file is refused as a whole, and where in it. */
function Refusal({ name, problem }: RefusalProps) {
  return (
    <div role="alert" className={styles['refusal']}>
      <p className={styles['name']}>{name}</p>
      <p>{problem.message}</p>
      <ul aria-label="Problems">
        <li>
          {placeOf(name, problem)} <span className={styles['code']}>{problem.code}</span>
        </li>
      </ul>
    </div>
  )
}
