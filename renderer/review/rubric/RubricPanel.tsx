import { useRef, useState } from 'react'
import { RUBRIC_ITEMS, type RubricItem } from '../../../shared/defaults'
import { ariaKey, keyHint } from '../../keys/keySigns'
import { useCommands } from '../../keys/useCommands'
import { DisclosureMark } from '../../ui/disclosure/DisclosureMark'
import styles from './RubricPanel.module.css'
import { RubricQuestion } from './RubricQuestion'
import { useRubric } from './useRubric'

/** Whoever answers these does so after every take: opened once, they stay open until the app ends. */
let staysOpen = false

interface RubricPanelProps {
  readonly takeId: string
  /** Something else has the keys, a recording for example. */
  readonly keysOff: boolean
}

/** Four questions after listening, for those who want to know more exactly. Folded until asked for. */
export function RubricPanel({ takeId, keysOff }: RubricPanelProps) {
  const [rubric, answer] = useRubric(takeId)
  const [isOpen, setIsOpen] = useState(staysOpen)
  const details = useRef<HTMLDetailsElement>(null)
  const answeredCount = RUBRIC_ITEMS.filter((item) => rubric[item] !== null).length

  const focusOn = (item: RubricItem | undefined) => {
    const group = details.current?.querySelector(`[data-item="${item}"]`)
    const radio = group?.querySelector<HTMLElement>(':checked') ?? group?.querySelector('input')
    radio?.focus()
  }
  const goThere = () => {
    if (!details.current) return
    // At once, not with the next render: what is folded takes no focus.
    details.current.open = true
    focusOn(RUBRIC_ITEMS.find((item) => rubric[item] === null) ?? RUBRIC_ITEMS[0])
  }
  useCommands({ rubric: keysOff ? undefined : goThere })

  return (
    <details
      ref={details}
      className={styles['rubric']}
      open={isOpen}
      onToggle={(event) => {
        staysOpen = event.currentTarget.open
        setIsOpen(staysOpen)
      }}
    >
      <summary
        className={styles['summary']}
        aria-keyshortcuts={ariaKey('rubric')}
        title={`Four more questions (${keyHint('rubric')})`}
      >
        <span className={styles['name']}>
          <DisclosureMark />
          Four more questions
        </span>
        <kbd className={styles['key']} aria-hidden="true">
          {keyHint('rubric')}
        </kbd>
        {answeredCount > 0 && (
          <span className={styles['count']}>{answeredCount} of 4 answered</span>
        )}
      </summary>
      <div className={styles['questions']}>
        {RUBRIC_ITEMS.map((item, index) => (
          <RubricQuestion
            key={item}
            item={item}
            step={rubric[item]}
            onAnswer={(step) => answer(item, step)}
            onNext={() => focusOn(RUBRIC_ITEMS[index + 1])}
          />
        ))}
      </div>
    </details>
  )
}
