import type { KeyboardEvent } from 'react'
import type { Mark } from '../../../shared/marks'
import { commandIn } from '../../keys/keyboard'
import { besideMark } from './markListChanges'
import { kindOf, MARK_COMMANDS } from '../markWords'
import type { Marking } from '../useMarking'

const STEP_MS = 100
const LARGE_STEP_MS = 1000

const EDITING = ['moveMark', 'moveMarkFar', 'goToMark', 'deleteMark', ...MARK_COMMANDS] as const

interface Editing {
  /** Where the flags or the items are: the focus moves on from one to the next. */
  readonly focusOn: (mark: Mark) => void
  /** A mark was moved by a key; a flag says so by itself. */
  readonly onMove?: (atMs: number) => void
}

/**
 * What keys do on a mark, on its flag as in the list: Left and Right move it, Up and Down go to
 * another one, a letter makes it another kind, Delete removes it.
 */
export function useMarkEditing(marking: Marking, editing: Editing) {
  return (event: KeyboardEvent, mark: Mark) => {
    // While the take plays, a letter has already become a new mark.
    if (event.defaultPrevented) return
    const act = actionOf(event, mark, marking, editing)
    if (!act) return
    event.preventDefault()
    // The window's own Left, Right and R would act a second time.
    event.stopPropagation()
    act()
  }
}

function actionOf(
  event: KeyboardEvent,
  mark: Mark,
  marking: Marking,
  { focusOn, onMove }: Editing,
): (() => void) | undefined {
  const { marks, durationMs, move, changeKind, remove } = marking
  const moveBy = (stepMs: number) => () => {
    const atMs = Math.max(0, Math.min(mark.atMs + stepMs, durationMs))
    move(mark, atMs)
    onMove?.(atMs)
  }
  const goTo = (step: -1 | 1) => () => {
    const other = besideMark(marks, mark.id, step)
    if (other) focusOn(other)
  }
  const pressed = commandIn(event.nativeEvent, EDITING)
  if (!pressed) return undefined
  const direction = pressed.nth === 0 ? -1 : 1
  const once = (act: () => void) => (event.repeat ? () => {} : act)
  switch (pressed.command) {
    case 'moveMark':
      return moveBy(direction * STEP_MS)
    case 'moveMarkFar':
      return moveBy(direction * LARGE_STEP_MS)
    case 'goToMark':
      return goTo(direction)
    case 'deleteMark':
      // Held down it deletes this one, not one after the other.
      return once(() => {
        goTo(mark.id === marks.at(-1)?.id ? -1 : 1)()
        remove(mark)
      })
    case 'markPart':
    case 'markHeard': {
      const kind = kindOf(pressed.command, pressed.nth)
      return kind && once(() => changeKind(mark, kind))
    }
  }
}
