import { useId, type KeyboardEvent } from 'react'
import { RUBRIC_QUESTIONS, RUBRIC_STEP_NAMES, type RubricItem } from '../../../shared/defaults'
import type { RubricStep } from '../../../shared/rubric'
import { keyOf } from '../../keys/keys'
import styles from './Rubric.module.css'

const STEPS: readonly RubricStep[] = [1, 2, 3, 4]

interface RubricQuestionProps {
  readonly item: RubricItem
  readonly step: RubricStep | null
  readonly onAnswer: (step: RubricStep | null) => void
  /** A key has answered: the next question may have the focus. */
  readonly onNext: () => void
}

/** One question with its four steps. While the focus is in it, 1 to 4 answer it instead of rating the take. */
export function RubricQuestion({ item, step, onAnswer, onNext }: RubricQuestionProps) {
  const id = useId()
  const press = (pressed: RubricStep) => {
    if (pressed === step) {
      onAnswer(null)
      return
    }
    onAnswer(pressed)
    onNext()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const key = keyOf(event.nativeEvent)
    const pressed = STEPS.find((one) => String(one) === key)
    if (pressed) {
      if (!event.repeat) press(pressed)
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      if (step !== null) onAnswer(null)
    } else if (event.key === 'Escape') {
      if (event.target instanceof HTMLElement) event.target.blur()
    } else return
    event.preventDefault()
    // The window's own 1 to 4 would rate the take.
    event.stopPropagation()
  }
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      tabIndex={-1}
      data-item={item}
      className={styles['question']}
      onKeyDown={onKeyDown}
    >
      <span id={id} className={styles['words']}>
        {RUBRIC_QUESTIONS[item]}
      </span>
      <div className={styles['steps']}>
        {STEPS.map((one) => (
          <label
            key={one}
            className={styles['step']}
            onMouseDown={(event) => event.preventDefault()}
          >
            <input
              type="radio"
              name={`${id}-step`}
              className={styles['radio']}
              aria-keyshortcuts={String(one)}
              checked={step === one}
              onChange={() => onAnswer(one)}
              // A radio button that is chosen does not change when it is pressed: the answer is taken back.
              onClick={() => step === one && onAnswer(null)}
            />
            <span>{RUBRIC_STEP_NAMES[one]}</span>
            <kbd className={styles['stepKey']} aria-hidden="true">
              {one}
            </kbd>
          </label>
        ))}
      </div>
    </div>
  )
}
