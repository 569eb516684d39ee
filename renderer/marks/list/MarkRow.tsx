import { LocateFixed, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import {
  MARK_KEYS,
  MARK_KINDS,
  MARK_NAMES,
  MAX_MARK_NOTE_CHARACTERS,
  type MarkKind,
} from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { isComposing } from '../../keys/keyboard'
import { Button } from '../../ui/Button'
import { formatClock, formatShare, formatTenths } from '../../lib/format'
import { keepFocusNear } from '../../ui/keepFocusNear'
import type { OneIntent } from '../../lib/oneIntent'
import { useSavedText } from '../../lib/useSavedText'
import styles from './MarkList.module.css'
import { markWords } from '../markWords'
import type { Marking } from '../useMarking'

interface MarkRowProps {
  readonly id: string
  readonly mark: Mark
  /** Of the take, 0 to 1, where a part of the answer begins. */
  readonly share: number | undefined
  readonly marking: Marking
  /** One for all rows. */
  readonly deleting: OneIntent
  readonly onKey: (event: KeyboardEvent, mark: Mark) => void
}

/** One mark. The keyboard stops at one row of the list only; Up and Down go to the others. */
export function MarkRow({ id, mark, share, marking, deleting, onKey }: MarkRowProps) {
  const { text, change, save } = useSavedText(mark.note, (note) => marking.annotate(mark, note))
  const isCurrent = mark.id === marking.currentId
  const tabIndex = isCurrent ? 0 : -1
  const at = formatClock(mark.atMs)
  const exactly = formatTenths(mark.atMs)
  return (
    <li
      id={id}
      aria-label={markWords(mark)}
      className={styles['row']}
      onFocus={() => marking.setCurrent(mark)}
    >
      <Button
        look="quiet"
        className={styles['goTo']}
        tabIndex={tabIndex}
        label={[`Play from ${exactly}`, MARK_NAMES[mark.kind], text].filter(Boolean).join(', ')}
        icon={<span className={styles['letter']}>{MARK_KEYS[mark.kind]}</span>}
        onClick={() => marking.playFrom(mark)}
        onKeyDown={(event) => onKey(event, mark)}
      >
        {exactly}
      </Button>
      <select
        aria-label={`Kind of the mark at ${at}`}
        className={styles['kind']}
        tabIndex={tabIndex}
        value={mark.kind}
        onChange={(event) => marking.changeKind(mark, event.target.value as MarkKind)}
      >
        {MARK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {MARK_NAMES[kind]}
          </option>
        ))}
      </select>
      <span className={styles['share']}>{share !== undefined && formatShare(share)}</span>
      <input
        type="text"
        aria-label={`Note on the mark at ${at}`}
        className={styles['note']}
        tabIndex={tabIndex}
        placeholder="Note"
        maxLength={MAX_MARK_NOTE_CHARACTERS}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <Button
        look="quiet"
        iconOnly
        className={styles['act']}
        tabIndex={tabIndex}
        icon={<LocateFixed strokeWidth={1.75} />}
        label={`Move the mark at ${at} to the playhead`}
        onClick={() => marking.move(mark, marking.playheadMs())}
      />
      <Button
        look="quiet"
        iconOnly
        className={styles['act']}
        tabIndex={tabIndex}
        icon={<Trash2 strokeWidth={1.75} />}
        label={`Delete the mark at ${at}`}
        onClick={(event) => {
          // The second press of two would hit the row that moved up.
          if (!deleting.isNewPress(event)) return
          keepFocusNear(event.currentTarget.closest('ul'), id)
          marking.remove({ ...mark, note: text })
        }}
      />
    </li>
  )
}
