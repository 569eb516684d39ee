import type { Question } from '../../../shared/model'
import { go } from '../../app/route'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { type Comparable, comparisonOf, EXAMPLE } from '../chooseForComparing'
import { takeNameOf } from '../heardTake'
import type { SessionOfTakes } from '../sessionsOf'
import { TakesTableRow } from './TakesTableRow'
import styles from './TakesTable.module.css'

const COLUMNS = [
  'Length',
  'First word',
  'Longest pause',
  'Speech',
  'Pace',
  'Four questions',
  'Rating',
  'Marks',
]

interface TakesTableProps {
  readonly question: Question
  /** Oldest first. */
  readonly sessions: readonly SessionOfTakes[]
  readonly chosen: readonly Comparable[]
  readonly onChoose: (one: Comparable) => void
}

/** Every take, the newest on top, and the choice of two of them. */
export function TakesTable({ question, sessions, chosen, onChoose }: TakesTableProps) {
  const announce = useAnnounce()
  const all = sessions.flatMap(({ takes }) => takes)
  const comparison = comparisonOf(question.id, chosen)
  const choose = (one: Comparable) => {
    const [oldest, second] = chosen
    // A third one takes a tick away somewhere else: that is said, because it may be out of sight.
    if (oldest && second && !chosen.includes(one)) {
      announce(`${namesOf(sessions, [oldest])} is not chosen any more`)
    }
    onChoose(one)
  }
  return (
    <section aria-labelledby="every-take" className={styles['section']}>
      <header className={styles['head']}>
        <h2 id="every-take" className={styles['title']}>
          Takes
        </h2>
        <span id="chosen-takes" className={styles['chosen']}>
          {chosenWords(sessions, chosen)}
        </span>
        <Button
          disabled={comparison === null}
          aria-describedby="chosen-takes"
          onClick={() => comparison && go(comparison)}
        >
          Compare takes
        </Button>
      </header>
      <div className={styles['wide']}>
        <table className={styles['takes']} aria-labelledby="every-take">
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Take</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {sessions.toReversed().map(({ takes }) => (
            <tbody key={takes[0]!.take.id}>
              {takes.toReversed().map((heard, index) => (
                <TakesTableRow
                  key={heard.take.id}
                  heard={heard}
                  name={takeNameOf(heard.take, all)}
                  sessionRows={index === 0 ? takes.length : 0}
                  isChosen={chosen.includes(heard.take.id)}
                  onChoose={() => choose(heard.take.id)}
                />
              ))}
            </tbody>
          ))}
          {question.exampleAnswers.length > 0 && (
            <tfoot>
              <tr>
                <td>From the pack</td>
                <td colSpan={COLUMNS.length + 1}>
                  <label className={styles['choice']}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(EXAMPLE)}
                      onChange={() => choose(EXAMPLE)}
                    />
                    Example answer
                  </label>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </section>
  )
}

function chosenWords(sessions: readonly SessionOfTakes[], chosen: readonly Comparable[]): string {
  switch (chosen.length) {
    case 0:
      return 'Choose two to compare'
    case 1:
      return `${namesOf(sessions, chosen)}: choose one more to compare`
    default:
      return namesOf(sessions, chosen)
  }
}

/** "Take 1, 14 November, and example answer" */
function namesOf(sessions: readonly SessionOfTakes[], chosen: readonly Comparable[]): string {
  const takes = sessions.flatMap((session) => session.takes)
  return chosen
    .toSorted()
    .map((one) => {
      const heard = takes.find(({ take }) => take.id === one)
      return heard ? takeNameOf(heard.take, takes) : 'Example answer'
    })
    .join(' and ')
}
