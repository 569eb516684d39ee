import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { MAX_OUTLINE_LINE_CHARACTERS, MAX_OUTLINE_LINES } from '../../shared/defaults'
import { request } from '../api'
import { isComposing } from '../keys/keyboard'
import { useSavedText } from '../lib/useSavedText'
import { LeftOut } from './LeftOut'
import styles from './OutlineEditor.module.css'
import { linesOf, pastedLines, saidLines, textOf, withLinesAt } from './outlineLines'

interface OutlineEditorProps {
  readonly questionId: string
  /** As it is stored. */
  readonly outline: readonly string[]
  /** Key words of the pack; each stands in its line as long as nothing else does. */
  readonly prompts: readonly string[]
  /** In which the pack's key words are written, as in BCP 47. */
  readonly language: string
  /** Lines that were left out last time: that is said beside them. */
  readonly leftOut?: readonly string[]
  /** Main has it like this now: whoever shows the outline elsewhere shows this. */
  readonly onStored?: (outline: string[]) => void
}

/**
 * What one wants to say, a few key words a line, edited where it stands and saved while one types.
 * There is always one empty line more to write into. Mount it anew for another question.
 */
export function OutlineEditor(props: OutlineEditorProps) {
  const { questionId, outline, prompts, language, leftOut = [], onStored } = props
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const { text, change, save } = useSavedText(textOf(outline), async (words) => {
    const lines = linesOf(words)
    await request('questions.annotate', { questionId, layer: { outline: lines } })
    onStored?.(lines)
  })
  // Key words stay until one has gone through them and elsewhere, not only until the first letter.
  const [isPrompted, setIsPrompted] = useState(outline.length === 0)
  const [rowsOpen, setRowsOpen] = useState(isPrompted ? prompts.length : 0)
  const rows = rowsOf(linesOf(text), rowsOpen)

  const focusNext = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    const field = list.current?.querySelectorAll('input')[focusNext.current]
    focusNext.current = null
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  })
  const show = (next: readonly string[], focused: number) => {
    change(textOf(next))
    setRowsOpen(next.length)
    focusNext.current = focused
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (isComposing(event.nativeEvent)) return
    const field = event.currentTarget
    const to = (row: number) => list.current?.querySelectorAll('input')[row]?.focus()
    switch (event.key) {
      case 'Enter':
        event.preventDefault()
        if (rows[index] === '') return
        if (rows[index + 1] === '') to(index + 1)
        else if (saidLines(rows).length < MAX_OUTLINE_LINES)
          show(withLinesAt(rows, index, [field.value, '']), index + 1)
        return
      case 'Backspace':
        // A key that is held down empties its line, and stops there.
        if (field.value !== '' || event.repeat || rows.length === 1) return
        event.preventDefault()
        show(
          rows.filter((_line, row) => row !== index),
          Math.max(0, index - 1),
        )
        return
      case 'ArrowUp':
      case 'ArrowDown':
        event.preventDefault()
        to(index + (event.key === 'ArrowUp' ? -1 : 1))
        return
      case 'Escape':
        field.blur()
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    const pasted = event.currentTarget.value === '' ? lines : [event.currentTarget.value, ...lines]
    const next = withLinesAt(rows, index, pasted)
    show(next, Math.min(index + pasted.length, next.length) - 1)
  }
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    const kept = textOf(saidLines(rows))
    if (kept !== text) change(kept)
    setIsPrompted(kept === '')
    setRowsOpen(kept === '' ? prompts.length : 0)
    save()
  }

  return (
    <ol ref={list} className={styles['lines']} onBlur={onBlur}>
      {rows.map((line, index) => (
        <li key={index} className={styles['line']}>
          <span className={styles['number']} aria-hidden="true">
            {index + 1}
          </span>
          <input
            type="text"
            aria-label={`Line ${index + 1}`}
            aria-describedby={leftOut.includes(line) ? `${id}-${index}` : undefined}
            className={styles['field']}
            dir="auto"
            lang={line === '' ? language : undefined}
            maxLength={MAX_OUTLINE_LINE_CHARACTERS}
            placeholder={(isPrompted && prompts[index]) || firstWords(index, rows)}
            value={line}
            onChange={(event) =>
              change(textOf(rows.map((other, row) => (row === index ? event.target.value : other))))
            }
            onKeyDown={(event) => onKeyDown(event, index)}
            onPaste={(event) => onPaste(event, index)}
          />
          {leftOut.includes(line) && <LeftOut id={`${id}-${index}`} />}
        </li>
      ))}
    </ol>
  )
}

/** The lines, one more to write into, and as many as are open. */
function rowsOf(lines: readonly string[], rowsOpen: number): string[] {
  const isFull = lines.length >= MAX_OUTLINE_LINES
  const count = Math.min(MAX_OUTLINE_LINES, Math.max(lines.length + (isFull ? 0 : 1), rowsOpen))
  return Array.from({ length: count }, (_one, row) => lines[row] ?? '')
}

function firstWords(index: number, rows: readonly string[]): string | undefined {
  if (index === 0) return 'A few key words'
  return index === rows.length - 1 ? 'One more' : undefined
}
