import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/Button'

const MockDialog = lazy(async () => ({ default: (await import('./MockDialog')).MockDialog }))

/** The way to a mock interview, from Practice. */
export function MockInterviewButton() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        Mock interview
      </Button>
      {isOpen && (
        <Suspense>
          <MockDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
