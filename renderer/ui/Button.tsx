import type { ComponentProps, ReactNode } from 'react'
import type { CommandId } from '../../shared/keys/keymap'
import { ariaKey, keyHint } from '../keys/keySigns'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'record'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly children?: ReactNode
  readonly look?: Look
  readonly icon?: ReactNode
  /** The command of the keymap that does the same: its key is shown beside the label and in the tooltip. */
  readonly command?: CommandId | undefined
  /** Which of the command's keys, from 0. */
  readonly nth?: number
  /** Only the icon is drawn; `label` is its name and tooltip. */
  readonly iconOnly?: boolean
  /** What it does the next click would undo, or do again to something else: the second click of two is none. */
  readonly isToggle?: boolean
  /** The accessible name; needed where the text alone does not say it all. */
  readonly label?: string
}

/** A button. It does not take the focus from a mouse click, as native buttons on most desktops do not, so that Space keeps meaning "play". */
export function Button({
  look = 'plain',
  icon,
  command,
  nth = 0,
  iconOnly = false,
  label,
  children,
  isToggle = false,
  className,
  onClick,
  onKeyDown,
  ...rest
}: ButtonProps) {
  const name = label ?? (typeof children === 'string' ? children : undefined)
  const hint = command && keyHint(command, nth)
  const tooltip = [name, hint && `(${hint})`].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={command && ariaKey(command, nth)}
      title={iconOnly || hint ? tooltip : undefined}
      onMouseDown={(event) => event.preventDefault()}
      {...rest}
      onClick={(event) => {
        if (isToggle && event.detail > 1) return
        onClick?.(event)
      }}
      onKeyDown={(event) => {
        // Enter that is held down would press again and again: record, stop, record.
        if (event.key === 'Enter' && event.repeat) event.preventDefault()
        onKeyDown?.(event)
      }}
      className={[styles['button'], styles[look], iconOnly && styles['iconOnly'], className]
        .filter(Boolean)
        .join(' ')}
    >
      {icon && (
        <span className={styles['icon']} aria-hidden="true">
          {icon}
        </span>
      )}
      {!iconOnly && children}
      {!iconOnly && hint && (
        <kbd className={styles['key']} aria-hidden="true">
          {hint}
        </kbd>
      )}
    </button>
  )
}
