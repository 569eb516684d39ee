import { useState } from 'react'
import type { QuestionHistory } from '../../shared/questionHistory'
import { isAnswer } from '../../shared/endedTake'
import { href } from '../app/route'
import { MarkCounts } from '../marks/shares/MarkCounts'
import { count } from '../lib/format'
import { firstChoice, withChoice } from './chooseForComparing'
import { heardTakes } from './heardTake'
import styles from './QuestionScreen.module.css'
import { sessionsOf } from './sessionsOf'
import { TakesOverTime } from './TakesOverTime'
import { TakesTable } from './table/TakesTable'

/** From so many takes on there is something to follow over time. */
const CHART_FROM_TAKES = 2

/** The question, how its takes changed, and each of them. */
export function QuestionPage({ history }: { readonly history: QuestionHistory }) {
  const { question, packTitle } = history
  const takes = heardTakes(history)
  // What is followed over time is the answer to the question itself.
  const answers = takes.filter(({ take }) => isAnswer(take))
  const [chosen, setChosen] = useState(() => firstChoice(answers))
  const ids = new Set(takes.map(({ take }) => take.id))
  // What was deleted meanwhile cannot be compared any more.
  const present = chosen.filter((one) => one === 'example' || ids.has(one))
  const sessionCount = new Set(takes.map(({ take }) => take.sessionId)).size
  return (
    <>
      <header className={styles['head']}>
        <h1
          className={question.question.length > 90 ? styles['long'] : styles['question']}
          dir="auto"
          lang={question.language}
        >
          {question.question}
        </h1>
        <p className={styles['summary']}>
          {packTitle}
          {takes.length > 0 &&
            ` · ${count(takes.length, 'take')} in ${count(sessionCount, 'session')}`}
        </p>
      </header>
      {takes.length === 0 && (
        <p className={styles['empty']}>
          No takes yet. Answer it in a session, and every take of it will be here.{' '}
          <a href={href({ screen: 'practice' })}>Go to Practice</a>
        </p>
      )}
      {answers.length >= CHART_FROM_TAKES && (
        <TakesOverTime takes={answers} target={question.target} chosen={present} />
      )}
      {takes.length > 0 && (
        <TakesTable
          question={question}
          sessions={sessionsOf(takes)}
          chosen={present}
          onChoose={(one) => setChosen(withChoice(present, one))}
        />
      )}
      <MarkCounts takes={answers} />
      {answers.length === 1 && (
        <p className={styles['hint']}>From the second take on, a chart shows how they change.</p>
      )}
    </>
  )
}
