import { href } from '../app/route'
import { Button } from '../ui/Button'
import { DeletedHere, useDeletedPlace } from '../ui/undo/DeletedHere'
import { SESSIONS } from '../ui/undo/deletedLists'
import styles from './Sessions.module.css'

interface NoSessionsProps {
  readonly query: string
  readonly onClear: () => void
}

/** Either nothing was recorded yet, or nothing fits the search. */
export function NoSessions({ query, onClear }: NoSessionsProps) {
  const wasDeleted = useDeletedPlace(SESSIONS, []) !== null
  if (query !== '') {
    return (
      <div className={styles['nothing']}>
        {wasDeleted && <DeletedHere />}
        <p className={styles['what']}>Nothing found for “{query}”</p>
        <p className={styles['way']}>
          The search looks at questions, example answers and what you wrote, not at what you said.
        </p>
        <Button onClick={onClear}>Clear search</Button>
      </div>
    )
  }
  return (
    <div className={styles['nothing']}>
      {wasDeleted && <DeletedHere />}
      <p className={styles['what']}>No sessions yet</p>
      <p className={styles['way']}>
        Each session you record is kept here, with every take. Begin in{' '}
        <a href={href({ screen: 'practice' })}>Practice</a>.
      </p>
    </div>
  )
}
