import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { saveBeforeClosing } from '../app/saveBeforeClosing'
import { useReport } from '../ui/Undo'

/** Long enough not to write at every letter, short enough that a crash costs a word at most. */
const SAVE_DELAY_MS = 500

interface SavedText {
  readonly text: string
  readonly change: (text: string) => void
  /** Saves at once what is still waiting. */
  readonly save: () => void
}

/**
 * The text of a field that saves itself: a moment after the last letter, when told to, when the
 * field goes, and when the window closes.
 * @param stored what main has
 * @param store rejects when the text could not be stored; it is then tried again
 */
export function useSavedText(stored: string, store: (text: string) => Promise<unknown>): SavedText {
  const report = useReport()
  const [text, setText] = useState(stored)
  /** What main does not have yet, and what is on its way there. */
  const unsaved = useRef<string | null>(null)
  const underWay = useRef<{ words: string; answer: Promise<void> } | null>(null)
  /** Null: main has everything. */
  const save = (): Promise<void> | null => {
    const words = unsaved.current
    if (words === null) return null
    if (words === underWay.current?.words) return underWay.current.answer
    const answer = store(words)
      .then(() => {
        // Words typed meanwhile are still to be saved; refused ones are tried again.
        if (unsaved.current === words) unsaved.current = null
      }, report)
      .finally(() => {
        if (underWay.current?.words === words) underWay.current = null
      })
    underWay.current = { words, answer }
    return answer
  }
  const saveLate = useEffectEvent(save)

  useEffect(() => {
    if (unsaved.current === null) return
    const timer = setTimeout(() => void saveLate(), SAVE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [text])
  // What is stored can change behind this field; what was typed here and is not stored yet stays.
  useEffect(() => {
    if (unsaved.current === null) setText(stored)
  }, [stored])
  // Going elsewhere saves what is still waiting, and so does closing the window.
  useEffect(() => {
    const forget = saveBeforeClosing(() => saveLate())
    return () => {
      forget()
      void saveLate()
    }
  }, [])

  const change = (typed: string) => {
    unsaved.current = typed
    setText(typed)
  }
  return { text, change, save: () => void save() }
}
