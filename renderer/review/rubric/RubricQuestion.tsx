import { useId, useState, type KeyboardEvent } from 'react'
import { RUBRIC_QUESTIONS, RUBRIC_STEP_NAMES, type RubricItem } from '../../../shared/defaults'
import type { RubricStep } from '../../../shared/rubric'
import { commandIn } from '../../keys/keyboard'
import { ariaKey, keyHint } from '../../keys/keySigns'
import { OneIntent } from '../../lib/oneIntent'
import styles from './RubricPanel.module.css'

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
  const [clicks] = useState(() => new OneIntent())
  const press = (pressed: RubricStep) => {
    if (pressed === step) {
      onAnswer(null)
      return
    }
    onAnswer(pressed)
    onNext()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const pressed = commandIn(event.nativeEvent, ['answer', 'takeBack', 'leave'])
    if (!pressed) return
    event.preventDefault()
    // The window's own 1 to 4 would rate the take.
    event.stopPropagation()
    if (event.repeat) return
    const answer = STEPS[pressed.nth]
    if (pressed.command === 'answer' && answer) {
      // After the last question the focus stays here: on what was answered, not on the first step.
      event.currentTarget.querySelectorAll('input')[pressed.nth]?.focus()
      press(answer)
    }
    if (pressed.command === 'takeBack' && step !== null) onAnswer(null)
    if (pressed.command === 'leave' && event.target instanceof HTMLElement) event.target.blur()
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
        {STEPS.map((one, index) => (
          <label
            key={one}
            className={styles['step']}
            onMouseDown={(event) => event.preventDefault()}
          >
            <input
              type="radio"
              name={`${id}-step`}
              className={styles['radio']}
              aria-keyshortcuts={ariaKey('answer', index)}
              checked={step === one}
              onChange={() => onAnswer(one)}
              // A radio button that is chosen does not change when it is pressed: the answer is taken back.
              onClick={({ timeStamp }) => {
                const isNew = clicks.isNew(timeStamp)
                if (isNew && step === one) onAnswer(null)
              }}
            />
            <span>{RUBRIC_STEP_NAMES[one]}</span>
            <kbd className={styles['stepKey']} aria-hidden="true">
              {keyHint('answer', index)}
            </kbd>
          </label>
        ))}
      </div>
    </div>
  )
}
