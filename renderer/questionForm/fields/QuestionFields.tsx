import type { PackSummary } from '../../../shared/model'
import { TextField } from '../../ui/field/TextField'
import { ExampleFields } from './ExampleFields'
import styles from './Fields.module.css'
import type { FormFields } from './formFields'
import { PackField } from './PackField'

interface QuestionFieldsProps extends FormFields {
  readonly packs: readonly PackSummary[]
}

/** What one writes of a question; only the first has to be. */
export function QuestionFields({ packs, ...form }: QuestionFieldsProps) {
  const { values, problems, set } = form
  return (
    <>
      <TextField
        label="Question"
        rows={2}
        value={values.question}
        problem={problems.question}
        onChange={(question) => set('question', question)}
      />
      <div className={styles['pair']}>
        <PackField packs={packs} {...form} />
        <TextField
          label="Tags"
          hint="With commas between them"
          value={values.tags}
          problem={problems.tags}
          onChange={(tags) => set('tags', tags)}
        />
      </div>
      <div className={styles['pair']}>
        <TextField
          label="My outline"
          rows={4}
          hint="What you want to say: a few key words a line"
          value={values.outline}
          problem={problems.outline}
          onChange={(outline) => set('outline', outline)}
        />
        <TextField
          label="Follow-up questions"
          rows={4}
          hint="What they may ask next, one a line"
          value={values.followUps}
          problem={problems.followUps}
          onChange={(followUps) => set('followUps', followUps)}
        />
      </div>
      <TextField
        label="Why they ask"
        rows={2}
        value={values.whyTheyAsk}
        onChange={(whyTheyAsk) => set('whyTheyAsk', whyTheyAsk)}
      />
      <ExampleFields {...form} />
    </>
  )
}
