import { useEffect, useMemo, useRef } from 'react'
import type { QuestionHistory } from '../../shared/questionHistory'
import { goInstead } from '../app/route'
import { Trouble } from '../ui/Trouble'
import type { BlindOrder } from './blind/blindOrder'
import styles from './CompareScreen.module.css'
import { ExampleCompared } from './ExampleCompared'
import { missingWords, aloneWords } from './sides/pairWords'
import { findPair, insteadOf, type Letter, LETTERS, otherLetter, sidesOf } from './sides/sides'
import { TakesCompared } from './TakesCompared'
import { TakeSelect } from './sides/TakeSelect'

interface ComparisonProps {
  readonly questionId: string
  readonly takeA: string
  readonly takeB: string
  readonly history: QuestionHistory
  readonly draw: () => BlindOrder
  readonly onChanged: () => void
}

/** The question, and whatever can be compared of what the address asks for. */
export function Comparison({ questionId, takeA, takeB, history, ...rest }: ComparisonProps) {
  const pair = useMemo(() => findPair(history, takeA, takeB), [history, takeA, takeB])
  const chosenRef = useRef<Letter | null>(null)
  const values = { A: takeA, B: takeB }
  const hasExample = history.question.exampleAnswers.length > 0

  const choose = (letter: Letter, value: string) => {
    chosenRef.current = letter
    const next = { ...values, [letter]: value }
    goInstead({ screen: 'compare', questionId, takeA: next.A, takeB: next.B })
  }
  // No menu offers it, but an address may ask for a take beside itself.
  const instead = pair.kind === 'same' ? insteadOf(history, takeA) : null
  useEffect(() => {
    if (instead) goInstead({ screen: 'compare', questionId, takeA, takeB: instead })
  }, [instead, questionId, takeA])
  const select = (letter: Letter) => (
    <TakeSelect
      letter={letter}
      sides={sidesOf(history)}
      value={values[letter]}
      other={values[otherLetter(letter)]}
      hasExample={letter === 'B' && hasExample}
      chosenRef={chosenRef}
      onChoose={(value) => choose(letter, value)}
    />
  )
  const selects = { A: select('A'), B: select('B') }

  return (
    <>
      <h1 className={styles['question']} dir="auto" lang={history.question.language}>
        {history.question.question}
      </h1>
      {pair.kind === 'takes' && (
        <TakesCompared
          key={`${takeA}/${takeB}`}
          sides={pair.sides}
          choices={history.choices}
          selects={selects}
          drawOrder={rest.draw}
          onChanged={rest.onChanged}
        />
      )}
      {pair.kind === 'example' && (
        <ExampleCompared
          key={takeA}
          question={history.question}
          side={pair.side}
          selects={selects}
        />
      )}
      {(pair.kind === 'missing' || (pair.kind === 'same' && !instead)) && (
        <>
          <Trouble
            words={pair.kind === 'same' ? aloneWords(pair.side) : missingWords(pair.letters)}
          />
          <div className={styles['choices']}>
            {LETTERS.map((letter) => (
              <div key={letter} className={styles['choice']}>
                <span aria-hidden="true">{letter}</span>
                {selects[letter]}
              </div>
            ))}
          </div>
        </>
      )}
    </>
  )
}
