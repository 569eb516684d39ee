import { MARK_KEYS, MARK_KINDS, MARK_NAMES, type MarkKind } from '../../shared/defaults'
import { ariaKey, keyHint } from '../keys/keySigns'
import { Button } from '../ui/Button'
import styles from './MarkBoard.module.css'
import { keyOfKind } from './markWords'
import type { Marking } from './useMarking'

/**
 * The seven kinds, for hands on the mouse; they mark at the playhead, also while it stands. With
 * room for it a button has its word, in which the key is underlined, else only the key.
 */
export function MarkButtons({ marking }: { readonly marking: Marking }) {
  return (
    <div className={styles['room']}>
      <div role="group" aria-label="Mark at the playhead" className={styles['kinds']}>
        {MARK_KINDS.map((kind) => {
          const { command, nth } = keyOfKind(kind)
          return (
            <Button
              key={kind}
              className={styles['kind']}
              label={MARK_NAMES[kind]}
              title={`${MARK_NAMES[kind]} (${keyHint(command, nth)})`}
              aria-keyshortcuts={ariaKey(command, nth)}
              onClick={() => marking.drop(kind)}
            >
              <KeyedWord kind={kind} />
              <span className={styles['key']}>{MARK_KEYS[kind]}</span>
            </Button>
          )
        })}
      </div>
    </div>
  )
}

/** "Strong", with the g underlined that marks it. */
function KeyedWord({ kind }: { readonly kind: MarkKind }) {
  const name = MARK_NAMES[kind]
  const at = name.toUpperCase().indexOf(MARK_KEYS[kind])
  return (
    <span className={styles['word']}>
      {name.slice(0, at)}
      <u>{name[at]}</u>
      {name.slice(at + 1)}
    </span>
  )
}
