import { shortLine } from '../../../shared/questionLists/tidyText'
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
  const about = question.leftOut === null ? aboutOf(question) : [question.leftOut]
  return (
    <>
      <p dir="auto" className={question.leftOut === null ? styles['question'] : styles['leftOut']}>
        {question.question}
      </p>
      {about.map((line) => (
        <p key={line} dir="auto" className={styles['about']}>
          {line}
        </p>
      ))}
    </>
  )
}

function amountsOf({ questions, added }: PastePreview): string {
  if (questions.length === 0) return ''
  const leftOut = questions.length - added.length
  const amount = count(added.length, 'question')
  return leftOut === 0 ? amount : `${amount}, ${formatAmount(leftOut)} left out`
}

/** So many tell whether they were meant to be below it. */
const MAX_SHOWN = 3
const MAX_SHOWN_CHARACTERS = 80

/** What was found of it besides its words, in the words of the text: so it is seen when it is wrong. */
function aboutOf({ exampleAnswers, followUps, tags }: PreviewedQuestion): string[] {
  return [
    ...shown(
      'example answer',
      exampleAnswers.map(({ text }) => text),
    ),
    ...shown('follow-up question', followUps),
    ...(tags.length > 0 ? [tags.join(', ')] : []),
  ]
}

/** "2 follow-up questions: And a key? · And then?" */
function shown(name: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  // Of an answer of many pages only its beginning is looked at.
  const first = texts
    .slice(0, MAX_SHOWN)
    .map((text) => shortLine(text.slice(0, 4 * MAX_SHOWN_CHARACTERS), MAX_SHOWN_CHARACTERS))
  const more = texts.length > MAX_SHOWN ? ['…'] : []
  return [`${count(texts.length, name)}: ${[...first, ...more].join(' · ')}`]
}
