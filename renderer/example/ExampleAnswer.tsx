import { Square, Volume2 } from 'lucide-react'
import type { SessionQuestion } from '../../shared/model'
import { Button } from '../ui/Button'
import { exampleNames } from './exampleNames'
import { Paragraphs } from './Paragraphs'
import styles from './ExampleAnswer.module.css'
import type { Example } from './useExample'

interface ExampleAnswerProps {
  question: SessionQuestion
  example: Example
}

/** What somebody else might say; labelled as an example, not the answer. */
export function ExampleAnswer({ question, example }: ExampleAnswerProps) {
  const { index, voice } = example
  const answer = question.exampleAnswers[index]
  if (!answer) return null
  const isSpeaking = voice === 'speaking'
  return (
    <section aria-label="Example answer" className={styles['example']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>Example</h2>
        {question.exampleAnswers.length > 1 ? (
          <select
            aria-label="Which example"
            className={styles['which']}
            value={index}
            onChange={(event) => example.choose(Number(event.target.value))}
          >
            {exampleNames(question.exampleAnswers).map((name, option) => (
              <option key={option} value={option}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles['label']} title={answer.label}>
            {answer.label}
          </span>
        )}
        <Button
          className={styles['listen']}
          icon={isSpeaking ? <Square strokeWidth={1.75} /> : <Volume2 strokeWidth={1.75} />}
          command="example"
          // It keeps the focus: what it is described by is the reason.
          aria-disabled={voice === 'missing' || undefined}
          aria-describedby={voice === 'missing' ? 'no-voice' : undefined}
          label={isSpeaking ? 'Stop listening' : 'Listen to example'}
          onClick={example.listen}
        >
          {isSpeaking ? 'Stop' : 'Listen'}
        </Button>
      </header>
      {/* By keyboard only what has the focus scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label="What the example says" tabIndex={0} className={styles['body']}>
        {voice === 'missing' && (
          <p id="no-voice" className={styles['note']}>
            {example.missingWords}: read it out loud yourself.
          </p>
        )}
        <div className={styles['text']} dir="auto" lang={question.language}>
          <Paragraphs text={answer.text} />
        </div>
        <p className={styles['note']}>An example, not the answer.</p>
        <Points title="Worth saying" points={question.talkingPoints} />
        <Points title="What goes wrong" points={question.pitfalls} />
      </div>
    </section>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <div className={styles['points']}>
      <h3 className={styles['title']}>{title}</h3>
      <ul>
        {points.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
