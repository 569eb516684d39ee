import { useRef, useState } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import { Button } from '../../ui/Button'
import styles from './Packs.module.css'

interface NewPackProps {
  /** There is no other of one's own. */
  readonly isFirst: boolean
  /** Tells whether it is there. */
  readonly onAdd: (title: string) => Promise<boolean>
}

/** Makes an empty pack at the end of one's own. */
export function NewPack({ isFirst, onAdd }: NewPackProps) {
  const [title, setTitle] = useState('')
  const isAdding = useRef(false)
  const isNamed = title.trim() !== ''
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault()
        // A second press would make a second one of the same name.
        if (!isNamed || isAdding.current) return
        isAdding.current = true
        void onAdd(title.trim()).then((isThere) => {
          isAdding.current = false
          if (isThere) setTitle('')
        })
      }}
    >
      {isFirst && (
        <p className={styles['builtIn']}>
          A pack holds questions that belong together: those of a job, of a firm, of a friend.
        </p>
      )}
      <input
        className={styles['name']}
        dir="auto"
        aria-label="Name of a new pack"
        placeholder="Name of a new pack"
        maxLength={MAX_SHORT_TITLE_CHARACTERS}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Button type="submit" disabled={!isNamed}>
        Add pack
      </Button>
    </form>
  )
}
