import { useState } from 'react'
import { USUAL_EXAMPLE_LABEL } from '../../shared/defaults'
import type { SessionQuestion } from '../../shared/model'
import { Disclosure } from '../ui/disclosure/Disclosure'
import { exampleNames } from './exampleNames'
import { Paragraphs } from './Paragraphs'
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
  const names = exampleNames(examples)
  return (
    <Disclosure
      words={examples.length === 1 ? 'Example answer' : 'Example answers'}
      isOpen={isOpen}
      onToggle={setIsOpen}
    >
      {examples.map(({ label, text }, index) => (
        <div key={index} className={styles['example']}>
          {(examples.length > 1 || label !== USUAL_EXAMPLE_LABEL) && (
            <h3 className={styles['label']}>{names[index]}</h3>
          )}
          <div className={styles['text']} dir="auto" lang={language}>
            <Paragraphs text={text} />
          </div>
        </div>
      ))}
    </Disclosure>
  )
}
