import { useEffect, useEffectEvent, useRef, useState } from 'react'
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
  const underWay = useRef<string | null>(null)
  const save = () => {
    const words = unsaved.current
    if (words === null || words === underWay.current) return
    underWay.current = words
    store(words)
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
    const timer = setTimeout(() => saveLate(), SAVE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [text])
  // What is stored can change behind this field; what was typed here and is not stored yet stays.
  useEffect(() => {
    if (unsaved.current === null) setText(stored)
  }, [stored])
  // Going elsewhere saves what is still waiting, and so does closing the window.
  useEffect(() => {
    const onPageHide = () => saveLate()
    window.addEventListener('pagehide', onPageHide)
    return () => {
      window.removeEventListener('pagehide', onPageHide)
      saveLate()
    }
  }, [])

  const change = (typed: string) => {
    unsaved.current = typed
    setText(typed)
  }
  return { text, change, save }
}
