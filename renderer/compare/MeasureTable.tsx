import { formatClock } from '../lib/format'
import { Nothing } from '../ui/Nothing'
import styles from './MeasureTable.module.css'
import { MEASURE_ROWS } from './measureWords'
import { LETTERS, type Letter, type Side, type Sides } from './sides/sides'

/** What was measured of both, side by side. */
export function MeasureTable({ sides }: { readonly sides: Sides }) {
  return (
    <div>
      <table className={styles['table']}>
        <caption className={styles['caption']}>Measures</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Measure</span>
            </th>
            {LETTERS.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Length</th>
            {LETTERS.map((letter) => (
              <td key={letter}>{formatClock(sides[letter].take.durationMs)}</td>
            ))}
          </tr>
          {MEASURE_ROWS.map((row, index) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {LETTERS.map((letter) => {
                const { measures } = sides[letter]
                if (measures) return <td key={letter}>{row.say(measures)}</td>
                return (
                  <td key={letter} className={styles['unmeasured']}>
                    <Unmeasured side={sides[letter]} isFirst={index === 0} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {LETTERS.filter((letter) => sides[letter].measures?.tooQuiet).map((letter) => (
        <p key={letter} className={styles['note']}>
          {quietWords(letter)}
        </p>
      ))}
    </div>
  )
}

interface UnmeasuredProps {
  readonly side: Side
  /** The first row says it to the eye for the whole column. */
  readonly isFirst: boolean
}

function Unmeasured({ side, isFirst }: UnmeasuredProps) {
  const words = unmeasuredWords(side)
  return isFirst ? words : <Nothing words={words} />
}

function unmeasuredWords({ take }: Side): string {
  return take.state === 'damaged' ? 'Cannot be measured' : 'Not measured yet'
}

function quietWords(letter: Letter): string {
  return `Take ${letter} is so quiet that its measures may be wrong.`
}
