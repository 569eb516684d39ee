import { Square, Volume2 } from 'lucide-react'
import type { SessionQuestion } from '../../shared/model'
import { Button } from '../ui/Button'
import styles from './ExampleAnswer.module.css'
import type { Voice } from './useVoice'

interface ExampleAnswerProps {
  question: SessionQuestion
  /** Which of the examples is shown, from 0. */
  index: number
  onChoose: (index: number) => void
  voice: Voice
  onListen: () => void
}

/** What somebody else might say; labelled as an example, not the answer. */
export function ExampleAnswer({ question, index, onChoose, voice, onListen }: ExampleAnswerProps) {
  const example = question.exampleAnswers[index] ?? question.exampleAnswers[0]
  if (!example) return null
  const speaking = voice.state === 'speaking'
  return (
    <section aria-label="Example answer" className={styles['example']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>Example answer</h2>
        {question.exampleAnswers.length > 1 ? (
          <select
            aria-label="Which example"
            className={styles['which']}
            value={index}
            onChange={(event) => onChoose(Number(event.target.value))}
          >
            {question.exampleAnswers.map(({ label }, option) => (
              <option key={label} value={option}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles['label']}>{example.label}</span>
        )}
      </header>
      <div className={styles['text']} dir="auto">
        {example.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div className={styles['listen']}>
        <Button
          icon={speaking ? <Square strokeWidth={1.75} /> : <Volume2 strokeWidth={1.75} />}
          shortcut="E"
          aria-describedby={voice.state === 'missing' ? 'no-voice' : undefined}
          label={speaking ? 'Stop listening' : 'Listen to example'}
          onClick={onListen}
        >
          {speaking ? 'Stop listening' : 'Listen to example'}
        </Button>
        {voice.state === 'missing' && (
          <p id="no-voice" className={styles['note']}>
            This system has no voice to read with. Read it out loud yourself: that works even
            better.
          </p>
        )}
      </div>
      <p className={styles['note']}>An example, not the answer.</p>
      <Points title="Worth saying" points={question.talkingPoints} />
      <Points title="What goes wrong" points={question.pitfalls} />
    </section>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <div className={styles['points']}>
      <h3 className={styles['title']}>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
