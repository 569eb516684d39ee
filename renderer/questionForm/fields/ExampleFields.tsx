import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { MAX_ITEMS } from '../../../shared/defaults'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/field/TextField'
import styles from './Fields.module.css'
import type { FormFields } from './formFields'

/** Answers that show how it could be said; one that is left empty is none. */
export function ExampleFields({ values, set }: FormFields) {
  const { exampleAnswers } = values
  const list = useRef<HTMLDivElement>(null)
  const seen = useRef(exampleAnswers.length)
  const count = exampleAnswers.length
  useEffect(() => {
    // The one that was added is the one to write in.
    if (count > seen.current) list.current?.querySelectorAll('textarea')[count - 1]?.focus()
    seen.current = count
  }, [count])
  return (
    <div ref={list} className={styles['examples']}>
      {exampleAnswers.map((text, index) => (
        <TextField
          key={index}
          label={index === 0 ? 'Example answer' : `Example answer ${index + 1}`}
          rows={3}
          value={text}
          onChange={(typed) => set('exampleAnswers', exampleAnswers.with(index, typed))}
        />
      ))}
      {count < MAX_ITEMS && (
        <Button
          look="quiet"
          className={styles['add']}
          icon={<Plus strokeWidth={1.75} />}
          onClick={() => set('exampleAnswers', [...exampleAnswers, ''])}
        >
          Add another example
        </Button>
      )}
    </div>
  )
}
