import { useState } from 'react'
import type { SessionQuestion } from '../../shared/model'
import { Disclosure } from '../ui/disclosure/Disclosure'
import styles from './ExampleAnswers.module.css'

/** What somebody else might say, folded away until it is asked for. */
export function ExampleAnswers({
  examples,
  language,
}: {
  readonly examples: SessionQuestion['exampleAnswers']
  readonly language: string
}) {
  const [isOpen, setIsOpen] = useState(false)
  if (examples.length === 0) return null
  return (
    <Disclosure
      words={examples.length === 1 ? 'Example answer' : 'Example answers'}
      isOpen={isOpen}
      onToggle={setIsOpen}
    >
      {examples.map(({ label, text }) => (
        <div key={label} className={styles['example']}>
          <h3 className={styles['label']}>{label}</h3>
          <div className={styles['text']} dir="auto" lang={language}>
            {text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </div>
      ))}
    </Disclosure>
  )
}
