import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { MAX_ITEMS, USUAL_EXAMPLE_LABEL } from '../../../shared/defaults'
import { tidyText } from '../../../shared/questionLists/tidyText'
import type { QuestionLayer } from '../../../shared/questions/questionFields'
import { request } from '../../api'
import { useSavedText } from '../../lib/useSavedText'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/field/TextField'
import styles from './OwnExamples.module.css'

interface OwnExamplesProps {
  readonly questionId: string
  readonly examples: QuestionLayer['exampleAnswers']
}

/** Answers of one's own to a question of the app, saved while one types; an empty one is none. */
export function OwnExamples({ questionId, examples }: OwnExamplesProps) {
  const list = useRef<HTMLDivElement>(null)
  const [labels] = useState(() => examples.map(({ label }) => label))
  const stored = JSON.stringify(examples.map(({ text }) => text))
  const { text, change, save } = useSavedText(stored, (typed) =>
    request('questions.annotate', { questionId, layer: { exampleAnswers: said(typed, labels) } }),
  )
  const texts = JSON.parse(text) as string[]
  const seen = useRef(texts.length)
  useEffect(() => {
    // The one that was added is the one to write in.
    if (texts.length > seen.current)
      [...(list.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus()
    seen.current = texts.length
  }, [texts.length])
  return (
    <div ref={list} className={styles['examples']}>
      {texts.map((one, index) => (
        <TextField
          key={index}
          label={index === 0 ? 'My example answer' : `My example answer ${index + 1}`}
          rows={3}
          value={one}
          onChange={(typed) => change(JSON.stringify(texts.with(index, typed)))}
          onBlur={save}
        />
      ))}
      {texts.length < MAX_ITEMS && (
        <Button
          look="quiet"
          className={styles['add']}
          icon={<Plus strokeWidth={1.75} />}
          onClick={() => change(JSON.stringify([...texts, '']))}
        >
          Add an example of mine
        </Button>
      )}
    </div>
  )
}

function said(texts: string, labels: readonly string[]): QuestionLayer['exampleAnswers'] {
  return (JSON.parse(texts) as string[])
    .map((text, index) => ({ label: labels[index] ?? USUAL_EXAMPLE_LABEL, text: tidyText(text) }))
    .filter(({ text }) => text !== '')
}
