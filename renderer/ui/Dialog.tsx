import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { blockKeys } from '../keys/keyboard'
import { currentPlatform } from '../lib/platform'
import { Button } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** Its ways out, at its end. Without them it has a cross to close it. */
  readonly buttons?: DialogButtons
  /** It has two columns. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

interface DialogButtons {
  /** What the dialog is about: the only one, or the one that Windows puts first and others last. */
  readonly main: ReactNode
  readonly other?: ReactNode
}

/**
 * A modal dialog on the browser's own <dialog>: it keeps the focus inside, gives it back, closes
 * on Escape, and injects no style that the content security policy would have to allow.
 */
export function Dialog({ open, onOpenChange, title, buttons, isWide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  const isPressedBeside = useRef(false)

  useEffect(() => {
    if (open) {
      dialog.current?.showModal()
      // What is read first is the title, not the button that closes.
      heading.current?.focus()
    } else dialog.current?.close()
  }, [open])

  // One that is taken away while it is open is closed first: only that gives the focus back.
  const isTakenAway = useRef(false)
  useLayoutEffect(() => {
    const element = dialog.current
    isTakenAway.current = false
    return () => {
      isTakenAway.current = true
      element?.close()
    }
  }, [])

  // The keys of the screen behind stay silent exactly as long as the sheet is there: a key that
  // somebody presses right after Escape is no longer the dialog's.
  useLayoutEffect(() => (open ? blockKeys() : undefined), [open])

  return (
    // A click beside the sheet closes it; whoever has no mouse has Escape and the button.
    <dialog
      ref={dialog}
      className={isWide ? styles['wide'] : styles['dialog']}
      aria-labelledby={titleId}
      onClose={() => !isTakenAway.current && onOpenChange(false)}
      onKeyDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => {
        isPressedBeside.current = event.target === event.currentTarget
      }}
      onClick={(event) => {
        // Words that are selected with the mouse may end beside it, and the second click of two
        // belongs to the button that opened it.
        const isBeside = event.target === event.currentTarget && isPressedBeside.current
        if (isBeside && event.detail <= 1) event.currentTarget.close()
      }}
    >
      {open && (
        <div className={styles['sheet']}>
          <header className={styles['head']}>
            <h2 ref={heading} id={titleId} tabIndex={-1} className={styles['title']}>
              {title}
            </h2>
            {!buttons && (
              <Button
                look="quiet"
                iconOnly
                label="Close"
                icon={<X strokeWidth={1.75} />}
                onClick={() => dialog.current?.close()}
              />
            )}
          </header>
          {children}
          {buttons && (
            <footer className={styles['buttons']}>
              <InSystemOrder {...buttons} />
            </footer>
          )}
        </div>
      )}
    </dialog>
  )
}

/** Buttons at the right of a dialog, in the order in which the system's own dialogs have them. */
export function InSystemOrder({ main, other }: DialogButtons) {
  const isMainFirst = currentPlatform() === 'windows'
  return (
    <>
      {isMainFirst && main}
      {other}
      {!isMainFirst && main}
    </>
  )
}
