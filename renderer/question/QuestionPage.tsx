import { useState } from 'react'
import type { QuestionHistory } from '../../shared/questionHistory'
import type { QuestionCard } from '../../shared/questions/questionRequests'
import { isAnswer } from '../../shared/endedTake'
import { count, formatClock } from '../lib/format'
import { isLongQuestion } from '../lib/questionWords'
import { AboutQuestion } from './about/AboutQuestion'
import { firstChoice, withChoice } from './chooseForComparing'
import { heardTakes } from './heardTake'
import { MarksByTake } from './marks/MarksByTake'
import { QuestionActions } from './own/QuestionActions'
import { Speaking } from './own/Speaking'
import styles from './QuestionScreen.module.css'
import { sessionsOf } from './sessionsOf'
import { TakesOverTime } from './TakesOverTime'
import { TakesTable } from './table/TakesTable'
import type { CardUse } from './useQuestionCard'

/** From so many takes on there is something to follow over time. */
const CHART_FROM_TAKES = 2

interface QuestionPageProps extends Pick<CardUse, 'annotate' | 'noteStored'> {
  readonly history: QuestionHistory
  readonly card: QuestionCard
}

/** The question, how its takes changed, each of them, and what is known of the question itself. */
export function QuestionPage(props: QuestionPageProps) {
  const { history, card, annotate, noteStored } = props
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
  const isLong = isLongQuestion(question)
  const isTall = isLong || takes.length === 0
  return (
    <>
      <header className={isTall ? styles['tallHead'] : styles['head']}>
        <div>
          <h1
            className={isLong ? styles['long'] : styles['question']}
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
          {card.isDeleted && (
            <p className={styles['summary']}>It was deleted. What was said to it is still here.</p>
          )}
          {card.layer.isNotForMe && !card.isDeleted && (
            <p className={styles['summary']}>Sessions leave it out.</p>
          )}
        </div>
        {!card.isDeleted && (
          <QuestionActions card={card} isFirst={takes.length === 0} annotate={annotate} />
        )}
      </header>
      {!card.isDeleted && <Speaking key={question.id} card={card} noteStored={noteStored} />}
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
      <AboutQuestion card={card} />
    </>
  )
}
