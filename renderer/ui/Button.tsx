import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'record'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly children?: ReactNode
  readonly look?: Look
  readonly icon?: ReactNode
  /** One key that does the same, shown beside the label and in the tooltip, e.g. "R". */
  readonly shortcut?: string
  /** Only the icon is drawn; `label` is its name and tooltip. */
  readonly iconOnly?: boolean
  /** The accessible name; needed where the text alone does not say it all. */
  readonly label?: string
}

/** A button. It does not take the focus from a mouse click, as native buttons on most desktops do not, so that Space keeps meaning "play". */
export function Button({
  look = 'plain',
  icon,
  shortcut,
  iconOnly = false,
  label,
  children,
  className,
  onKeyDown,
  ...rest
}: ButtonProps) {
  const name = label ?? (typeof children === 'string' ? children : undefined)
  const tooltip = [name, shortcut && `(${shortcut.replace('Arrow', '')})`].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={iconOnly || shortcut ? tooltip : undefined}
      onMouseDown={(event) => event.preventDefault()}
      {...rest}
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
      {!iconOnly && shortcut && (
        <kbd className={styles['key']} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  )
}
