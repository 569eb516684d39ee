import type { PracticeScope } from '../../../shared/practice/scope'
import { WindowedList } from '../../lists/windowed/WindowedList'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './TellDialog.module.css'
import { useAskable } from './useAskable'

interface AskedListProps {
  readonly scope: PracticeScope | null
  readonly query: string
  /** They come first, as long as nothing is searched for. */
  readonly first: readonly string[]
  readonly asked: readonly string[]
  readonly onTick: (questionId: string, isAsked: boolean) => void
}

const NOT_YET = { ids: [], rows: new Map<string, { question: string }>() }

/** Questions with a box each, however many there are. */
export function AskedList({ scope, query, first, asked, onTick }: AskedListProps) {
  const askable = useAskable(scope, query, first)
  if (askable.state === 'failed') return <Trouble {...troubleOf(askable.error)} />
  if (askable.state === 'ready' && askable.value.ids.length === 0)
    return <p className={styles['nothing']}>{nothingWords(query)}</p>
  const { ids, rows } = askable.state === 'ready' ? askable.value : NOT_YET
  return (
    <WindowedList label="Questions" items={ids} keyOf={(id) => id} className={styles['list']}>
      {(id) => (
        <label className={styles['question']}>
          <input
            type="checkbox"
            checked={asked.includes(id)}
            onChange={({ target }) => onTick(id, target.checked)}
          />
          <span dir="auto" className={styles['words']}>
            {rows.get(id)?.question ?? '…'}
          </span>
        </label>
      )}
    </WindowedList>
  )
}

function nothingWords(query: string): string {
  return query === ''
    ? 'There is no question yet. Paste what they asked.'
    : 'No question has these words. Paste it, if they asked it.'
}
