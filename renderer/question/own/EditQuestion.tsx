import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/Button'

const QuestionFormDialog = lazy(async () => ({
  default: (await import('../../questionForm/QuestionFormDialog')).QuestionFormDialog,
}))

/** The way to the form of a question of one's own; whoever shows the question hears of the change. */
export function EditQuestion({ questionId }: { readonly questionId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit question</Button>
      <Suspense>
        {isOpen && (
          <QuestionFormDialog
            questionId={questionId}
            onClose={() => setIsOpen(false)}
            onTakenBack={() => setIsOpen(true)}
          />
        )}
      </Suspense>
    </>
  )
}
