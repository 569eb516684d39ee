import { useId, type ReactNode } from 'react'
import { Button } from '../Button'
import styles from './Disclosure.module.css'
import { DisclosureMark } from './DisclosureMark'

interface DisclosureProps {
  /** What is folded away: "All numbers". The same words whether it is open or not. */
  readonly words: string
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** Drawn only while it is open. */
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Something that is one step away: its name with the mark, and below it what it unfolds. */
export function Disclosure({ words, isOpen, onToggle, children, className }: DisclosureProps) {
  const contentId = useId()
  return (
    <>
      <Button
        look="quiet"
        className={[styles['disclosure'], className].filter(Boolean).join(' ')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? contentId : undefined}
        icon={<DisclosureMark />}
        onClick={() => onToggle(!isOpen)}
      >
        {words}
      </Button>
      {isOpen && (
        <div id={contentId} className={styles['content']}>
          {children}
        </div>
      )}
    </>
  )
}
