import type { ReactNode } from 'react'
import { MAX_NOTES_CHARACTERS, RATING_NAMES } from '../../shared/defaults'
import type { EndedTake } from '../../shared/endedTake'
import type { Rating } from '../../shared/model'
import { isComposing } from '../keys/keyboard'
import { ariaKey, keyHint } from '../keys/keySigns'
import { useSavedText } from '../lib/useSavedText'
import styles from './SelfReview.module.css'

const RATINGS: readonly Rating[] = [1, 2, 3, 4]

interface SelfReviewProps {
  take: EndedTake
  onRate: (rating: Rating) => void
  /** Rejects when the notes could not be stored. */
  onAnnotate: (notes: string) => Promise<void>
  /** Stands between the rating and the notes. */
  children?: ReactNode
}

/** What the person thinks of this take, in one key and a few words. Mount it anew for each take. */
export function SelfReview({ take, onRate, onAnnotate, children }: SelfReviewProps) {
  return (
    <div className={styles['review']}>
      <div role="radiogroup" aria-labelledby="how-did-it-go">
        <h3 id="how-did-it-go" className={styles['asked']}>
          How did it go?
        </h3>
        <div className={styles['choices']}>
          {RATINGS.map((rating, index) => (
            <label
              key={rating}
              className={styles['choice']}
              onMouseDown={(event) => event.preventDefault()}
            >
              <input
                type="radio"
                name="rating"
                className={styles['radio']}
                aria-keyshortcuts={ariaKey('rate', index)}
                checked={take.rating === rating}
                onChange={() => onRate(rating)}
              />
              <span>{RATING_NAMES[rating]}</span>
              <kbd className={styles['key']} aria-hidden="true">
                {keyHint('rate', index)}
              </kbd>
            </label>
          ))}
        </div>
      </div>
      {children}
      <Notes notes={take.notes} onAnnotate={onAnnotate} />
    </div>
  )
}

interface NotesProps {
  notes: string
  onAnnotate: (notes: string) => Promise<void>
}

function Notes({ notes, onAnnotate }: NotesProps) {
  const { text, change, save } = useSavedText(notes, onAnnotate)
  return (
    <label className={styles['notes']}>
      <span className={styles['label']}>Notes</span>
      <textarea
        className={styles['field']}
        rows={2}
        maxLength={MAX_NOTES_CHARACTERS}
        placeholder="What to keep, what to change"
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </label>
  )
}
