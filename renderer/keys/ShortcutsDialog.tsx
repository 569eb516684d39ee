import { Dialog } from '../ui/Dialog'
import { currentPlatform } from '../lib/platform'
import styles from './ShortcutsDialog.module.css'

interface Shortcut {
  /** Keys pressed together; several of them do the same or one thing each. */
  readonly keys: readonly (readonly string[])[]
  readonly does: string
}

interface Group {
  readonly name: string
  readonly shortcuts: readonly Shortcut[]
}

const command = currentPlatform() === 'mac' ? '⌘' : 'Ctrl'

const GROUPS: readonly Group[] = [
  {
    name: 'The recorder',
    shortcuts: [
      { keys: [['R']], does: 'Record or stop' },
      { keys: [['P']], does: 'Pause or resume' },
    ],
  },
  {
    name: 'Listening',
    shortcuts: [
      { keys: [['Space']], does: 'Play or pause' },
      { keys: [['←'], ['→']], does: '5 seconds back or on' },
      { keys: [['E']], does: 'Show the example, then read it out' },
    ],
  },
  {
    name: 'Marks, while a take plays',
    shortcuts: [
      { keys: [['S'], ['T'], ['A'], ['R']], does: 'Situation, task, action, result' },
      { keys: [['G'], ['F'], ['W']], does: 'Strong, filler, wandered' },
    ],
  },
  {
    name: 'On a mark',
    shortcuts: [
      { keys: [['←'], ['→']], does: 'A tenth of a second back or on' },
      { keys: [['↑'], ['↓']], does: 'Previous or next mark' },
      { keys: [['Delete']], does: 'Delete the mark' },
    ],
  },
  {
    name: 'After a take',
    shortcuts: [
      { keys: [['1'], ['2'], ['3'], ['4']], does: 'How did it go' },
      { keys: [['Q']], does: 'Four more questions' },
      { keys: [['B']], does: 'Keep as best' },
      { keys: [[command, 'Z']], does: 'Undo a delete' },
    ],
  },
  {
    name: 'Comparing takes',
    shortcuts: [
      { keys: [['F']], does: 'Flip to the other take' },
      { keys: [['['], [']']], does: 'Loop from here, to here' },
      { keys: [['Esc']], does: 'Clear the loop' },
      { keys: [['1'], ['2']], does: 'Blind: play X or Y' },
    ],
  },
  {
    name: 'Going around',
    shortcuts: [
      {
        keys: [
          ['Shift', '←'],
          ['Shift', '→'],
        ],
        does: 'Previous or next question',
      },
      { keys: [[command, 'F']], does: 'Search in History' },
      { keys: [['?']], does: 'This list' },
    ],
  },
]

const SPOKEN: Record<string, string> = {
  '←': 'Left',
  '→': 'Right',
  '↑': 'Up',
  '↓': 'Down',
  '⌘': 'Command',
}

interface ShortcutsDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Every key of the app on one sheet. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className={styles['groups']}>
        {GROUPS.map(({ name, shortcuts }) => (
          <section key={name}>
            <h3 className={styles['name']}>{name}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className={styles['shortcut']}>
                  <dt>{does}</dt>
                  <dd className={styles['keys']}>
                    {keys.map((chord) => (
                      <Chord key={chord.join('+')} keys={chord} />
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

function Chord({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['chord']}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {SPOKEN[key] ? (
            <>
              <span aria-hidden="true">{key}</span>
              <span className="visually-hidden">{SPOKEN[key]}</span>
            </>
          ) : (
            key
          )}
        </kbd>
      ))}
    </span>
  )
}
