import { Search } from 'lucide-react'
import { useRef } from 'react'
import { isComposing } from '../../keys/keyboard'
import { useCommands } from '../../keys/useCommands'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The command `find` leads here, Escape empties it. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)

  useCommands({
    find: () => {
      input.current?.select()
      input.current?.focus()
    },
  })

  return (
    <div className={styles['field']}>
      <Search className={styles['icon']} size={18} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Search history"
        placeholder="Search history"
        className={styles['input']}
        maxLength={500}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onChange('')
        }}
      />
    </div>
  )
}
