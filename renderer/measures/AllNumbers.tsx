import type { Measures, Usual } from '../../shared/measures'
import type { Question } from '../../shared/model'
import { count } from '../lib/format'
import { Nothing } from '../ui/Nothing'
import styles from './AllNumbers.module.css'
import { numbersOf } from './numbers'

interface AllNumbersProps {
  readonly measures: Measures
  readonly usual: Usual | null
  readonly target: Question['target'] | null
}

/** Every measure with what it means, where its norm comes from, and the person's own usual. */
export function AllNumbers({ measures, usual, target }: AllNumbersProps) {
  return (
    <>
      {measures.tooQuiet && (
        <p className={styles['note']}>The voice is too quiet to trust these numbers.</p>
      )}
      <table className={styles['numbers']}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">This take</th>
            <th scope="col">Your usual</th>
          </tr>
        </thead>
        <tbody>
          {numbersOf(measures, usual, target).map((number) => (
            <tr key={number.name}>
              <th scope="row">
                {number.name}
                <span className={styles['meaning']}>{number.meaning}</span>
              </th>
              <td>{number.here ?? <Nothing />}</td>
              <td className={styles['usual']}>{number.usual ?? <Nothing />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>
        {usual
          ? `Your usual: the median of ${count(usual.takeCount, 'take')} before this one.`
          : 'Your usual is known once three takes before this one are measured.'}
      </p>
    </>
  )
}
