import { useState } from 'react'
import type { QuestionHistory } from '../../shared/questionHistory'
import { isAnswer } from '../../shared/endedTake'
import { count, formatClock } from '../lib/format'
import { isLongQuestion } from '../lib/questionWords'
import { AboutQuestion } from './about/AboutQuestion'
import { PractiseQuestion } from './about/PractiseQuestion'
import { firstChoice, withChoice } from './chooseForComparing'
import { heardTakes } from './heardTake'
import { MarksByTake } from './marks/MarksByTake'
import styles from './QuestionScreen.module.css'
import { sessionsOf } from './sessionsOf'
import { TakesOverTime } from './TakesOverTime'
import { TakesTable } from './table/TakesTable'

/** From so many takes on there is something to follow over time. */
const CHART_FROM_TAKES = 2

/** The question, how its takes changed, each of them, and what is known of the question itself. */
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
  const { shortestMs, longestMs } = question.target
  return (
    <>
      <header className={takes.length === 0 ? styles['firstHead'] : styles['head']}>
        <div>
          <h1
            className={isLongQuestion(question) ? styles['long'] : styles['question']}
            dir="auto"
            lang={question.language}
          >
            {question.question}
          </h1>
          <p className={styles['summary']}>
            {packTitle} ·{' '}
            {takes.length === 0
              ? `No takes yet · ${formatClock(shortestMs)} to ${formatClock(longestMs)} fits`
              : `${count(takes.length, 'take')} in ${count(sessionCount, 'session')}`}
          </p>
        </div>
        <PractiseQuestion questionId={question.id} isFirst={takes.length === 0} />
      </header>
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
      {answers.length === 1 && (
        <p className={styles['hint']}>From the second take on, a chart shows how they change.</p>
      )}
      <MarksByTake takes={answers} />
      <AboutQuestion question={question} />
    </>
  )
}
