import { useState } from 'react'
import { USUAL_EXAMPLE_LABEL } from '../../shared/defaults'
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
      {examples.map(({ label, text }, index) => (
        <div key={index} className={styles['example']}>
          {(examples.length > 1 || label !== USUAL_EXAMPLE_LABEL) && (
            <h3 className={styles['label']}>{nameOf(label, index)}</h3>
          )}
          <div className={styles['text']} dir="auto" lang={language}>
            {text.split(/\n{2,}/).map((paragraph, nth) => (
              <p key={nth}>{paragraph}</p>
            ))}
          </div>
        </div>
      ))}
    </Disclosure>
  )
}

/** Of several in which nobody has said who speaks, each has its number. */
function nameOf(label: string, index: number): string {
  return label === USUAL_EXAMPLE_LABEL && index > 0 ? `${label} ${index + 1}` : label
}
