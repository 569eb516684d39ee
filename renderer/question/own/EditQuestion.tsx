import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/Button'

const QuestionFormDialog = lazy(async () => ({
  default: (await import('../../questionForm/QuestionFormDialog')).QuestionFormDialog,
}))

interface EditQuestionProps {
  readonly questionId: string
  readonly onEdited: () => void
}

/** The way to the form of a question of one's own. */
export function EditQuestion({ questionId, onEdited }: EditQuestionProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit question</Button>
      <Suspense>
        {isOpen && (
          <QuestionFormDialog
            questionId={questionId}
            onClose={() => setIsOpen(false)}
            onSaved={onEdited}
            onTakenBack={() => setIsOpen(true)}
          />
        )}
      </Suspense>
    </>
  )
}
