import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { MAX_NOTES_CHARACTERS, RATING_NAMES } from '../../shared/defaults'
import type { EndedTake } from '../../shared/endedTake'
import type { Rating } from '../../shared/model'
import { useReport } from '../ui/Undo'
import styles from './SelfReview.module.css'

const RATINGS: readonly Rating[] = [1, 2, 3, 4]

/** Long enough not to write at every letter, short enough that a crash costs a word at most. */
const NOTES_DELAY_MS = 500

interface SelfReviewProps {
  take: EndedTake
  onRate: (rating: Rating) => void
  /** Rejects when the notes could not be stored. */
  onAnnotate: (notes: string) => Promise<void>
}

/** What the person thinks of this take, in one key and a few words. Mount it anew for each take. */
export function SelfReview({ take, onRate, onAnnotate }: SelfReviewProps) {
  return (
    <div className={styles['review']}>
      <div role="radiogroup" aria-labelledby="how-did-it-go" className={styles['ratings']}>
        <h3 id="how-did-it-go" className={styles['label']}>
          How did it go?
        </h3>
        <div className={styles['choices']}>
          {RATINGS.map((rating) => (
            <label
              key={rating}
              className={styles['choice']}
              onMouseDown={(event) => event.preventDefault()}
            >
              <input
                type="radio"
                name="rating"
                className={styles['radio']}
                aria-keyshortcuts={String(rating)}
                checked={take.rating === rating}
                onChange={() => onRate(rating)}
              />
              <span>{RATING_NAMES[rating]}</span>
              <kbd className={styles['key']} aria-hidden="true">
                {rating}
              </kbd>
            </label>
          ))}
        </div>
      </div>
      <Notes notes={take.notes} onAnnotate={onAnnotate} />
    </div>
  )
}

interface NotesProps {
  notes: string
  onAnnotate: (notes: string) => Promise<void>
}

function Notes({ notes, onAnnotate }: NotesProps) {
  const report = useReport()
  const [text, setText] = useState(notes)
  /** What main does not have yet, and what is on its way there. */
  const unsaved = useRef<string | null>(null)
  const underWay = useRef<string | null>(null)
  const save = () => {
    const words = unsaved.current
    if (words === null || words === underWay.current) return
    underWay.current = words
    onAnnotate(words)
      .then(() => {
        // Words typed meanwhile are still to be saved; refused ones are tried again.
        if (unsaved.current === words) unsaved.current = null
      }, report)
      .finally(() => {
        if (underWay.current === words) underWay.current = null
      })
  }
  const saveLate = useEffectEvent(save)

  useEffect(() => {
    if (unsaved.current === null) return
    const timer = setTimeout(() => saveLate(), NOTES_DELAY_MS)
    return () => clearTimeout(timer)
  }, [text])
  // What is stored can change behind this field; what was typed here and is not stored yet stays.
  useEffect(() => {
    if (unsaved.current === null) setText(notes)
  }, [notes])
  // Going elsewhere saves what is still waiting, and so does closing the window.
  useEffect(() => {
    const onPageHide = () => saveLate()
    window.addEventListener('pagehide', onPageHide)
    return () => {
      window.removeEventListener('pagehide', onPageHide)
      saveLate()
    }
  }, [])

  return (
    <label className={styles['notes']}>
      <span className={styles['label']}>Notes</span>
      <textarea
        className={styles['field']}
        rows={3}
        maxLength={MAX_NOTES_CHARACTERS}
        placeholder="What to keep, what to change"
        value={text}
        onChange={(event) => {
          unsaved.current = event.target.value
          setText(event.target.value)
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </label>
  )
}
