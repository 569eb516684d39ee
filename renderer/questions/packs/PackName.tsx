import { useState } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import { isComposing } from '../../keys/keyboard'
import styles from './Packs.module.css'

interface PackNameProps {
  readonly title: string
  readonly onRename: (title: string) => void
}

/** A pack's name, typed over in its place. Leaving the field or Enter keeps it, Escape does not. */
export function PackName({ title, onRename }: PackNameProps) {
  const [typed, setTyped] = useState(title)
  const [known, setKnown] = useState(title)
  if (known !== title) {
    // Renamed by somebody else, or taken back.
    setKnown(title)
    setTyped(title)
  }
  const keep = () => {
    const renamed = typed.trim()
    if (renamed === '') setTyped(title)
    else if (renamed !== title) onRename(renamed)
  }
  return (
    <input
      className={styles['name']}
      aria-label={`Name of ${title}`}
      maxLength={MAX_SHORT_TITLE_CHARACTERS}
      dir="auto"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape' || typed === title) return
        // Only what was typed is given up, not the dialog.
        event.preventDefault()
        setTyped(title)
      }}
    />
  )
}
