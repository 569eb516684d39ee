import { COMMAND_IDS, KEY_PLACES, type KeyName, shortcutOf } from '../../shared/keys/keymap'
import { chordOf } from './keySigns'
import { Dialog } from '../ui/Dialog'
import styles from './ShortcutsDialog.module.css'

const PLACES = Object.entries(KEY_PLACES).map(([place, name]) => ({
  name,
  shortcuts: COMMAND_IDS.map(shortcutOf).filter((shortcut) => shortcut.place === place),
}))

interface ShortcutsDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Every key of the app on one sheet. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className={styles['groups']}>
        {PLACES.map(({ name, shortcuts }) => (
          <section key={name}>
            <h3 className={styles['name']}>{name}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className={styles['shortcut']}>
                  <dt>{does}</dt>
                  <dd className={styles['keys']}>
                    {keys.map((key) => (
                      <Chord key={key} of={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['note']}>
        Single keys are off while you type. R records when nothing plays; while a take plays it
        marks the result.
      </p>
    </Dialog>
  )
}

function Chord({ of }: { readonly of: KeyName }) {
  return (
    <span className={styles['chord']}>
      {chordOf(of).map(({ sign, spoken }) => (
        <kbd key={sign} className={styles['key']}>
          {spoken ? (
            <>
              <span aria-hidden="true">{sign}</span>
              <span className="visually-hidden">{spoken}</span>
            </>
          ) : (
            sign
          )}
        </kbd>
      ))}
    </span>
  )
}
