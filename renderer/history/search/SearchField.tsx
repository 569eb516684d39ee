import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Ctrl/Cmd+F leads here, Escape empties it. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const finds = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!finds || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className={styles['field']}>
      <Search className={styles['icon']} size={18} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Search history"
        placeholder="Search questions, examples, notes"
        className={styles['input']}
        maxLength={500}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('')
        }}
      />
    </div>
  )
}
