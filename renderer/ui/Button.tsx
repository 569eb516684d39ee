import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'record'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  children?: ReactNode
  look?: Look
  icon?: ReactNode
  /** One key that does the same, shown beside the label and in the tooltip, e.g. "R". */
  shortcut?: string
  /** Only the icon is drawn; `label` is its name and tooltip. */
  iconOnly?: boolean
  /** The accessible name; needed where the text alone does not say it all. */
  label?: string
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
