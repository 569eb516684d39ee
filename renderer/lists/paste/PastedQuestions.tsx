import { count, formatAmount } from '../../lib/format'
import { WindowedList } from '../windowed/WindowedList'
import type { PastePreview, PreviewedQuestion } from './pasted'
import styles from './PastedQuestions.module.css'

/** What a pasted text would add, in the person's own order, and what is left out. */
export function PastedQuestions({ preview }: { readonly preview: PastePreview }) {
  const { questions, added, fault } = preview
  return (
    <>
      <p className={styles['head']}>
        Preview <span className={styles['amounts']}>{amountsOf(preview)}</span>
      </p>
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
      {questions.length === 0 ? (
        <p className={styles['nothing']}>Each question that is found in the text stands here.</p>
      ) : (
        <WindowedList
          label="Preview"
          items={questions}
          keyOf={({ row }) => row}
          className={styles['list']}
        >
          {(question) => <PastedRow question={question} />}
        </WindowedList>
      )}
      <p aria-live="polite" className="visually-hidden">
        {questions.length > 0 && added.length === 0 ? 'Nothing new in this text' : ''}
      </p>
    </>
  )
}

function PastedRow({ question }: { readonly question: PreviewedQuestion }) {
  const about = question.leftOut ?? aboutOf(question)
  return (
    <>
      <p dir="auto" className={question.leftOut === null ? styles['question'] : styles['leftOut']}>
        {question.question}
      </p>
      {about !== '' && (
        <p dir="auto" className={styles['about']}>
          {about}
        </p>
      )}
    </>
  )
}

function amountsOf({ questions, added }: PastePreview): string {
  if (questions.length === 0) return ''
  const leftOut = questions.length - added.length
  const amount = count(added.length, 'question')
  return leftOut === 0 ? amount : `${amount}, ${formatAmount(leftOut)} left out`
}

/** What was found of it besides its words. */
function aboutOf({ exampleAnswers, followUps, tags }: PreviewedQuestion): string {
  return [
    exampleAnswers.length > 0 && count(exampleAnswers.length, 'example answer'),
    followUps.length > 0 && count(followUps.length, 'follow-up question'),
    ...tags,
  ]
    .filter(Boolean)
    .join(', ')
}
