import { Search } from 'lucide-react'
import { useRef } from 'react'
import { isComposing } from '../../keys/keyboard'
import { ariaKey } from '../../keys/keySigns'
import { useCommands } from '../../keys/useCommands'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  /** "Search history" */
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Its own key, beside the one that finds something on every screen. */
  readonly command?: 'searchQuestions'
  /** Goes on to what was found. */
  readonly onDown?: () => void
}

/** The command `find` leads here, Escape empties it. */
export function SearchField({ name, value, onChange, command, onDown }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const find = () => {
    input.current?.select()
    input.current?.focus()
  }
  useCommands({ find, ...(command && { [command]: find }) })

  return (
    <div className={styles['field']}>
      <Search className={styles['icon']} size={18} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={name}
        placeholder={name}
        aria-keyshortcuts={command && ariaKey(command)}
        className={styles['input']}
        maxLength={500}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return
          if (event.key === 'Escape') onChange('')
          if (event.key === 'ArrowDown') onDown?.()
        }}
      />
    </div>
  )
}
