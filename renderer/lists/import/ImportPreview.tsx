import { useMemo } from 'react'
import type { ComparedRow } from '../../../shared/questionLists/compareRows'
import type { QuestionList, ReadQuestion } from '../../../shared/questionLists/listedQuestion'
import { formatAmount } from '../../lib/format'
import type { Answer } from '../../lib/useAnswer'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { WindowedList } from '../windowed/WindowedList'
import styles from './ImportPreview.module.css'
import { aboutOf, changesOf, FORMAT_NAMES, problemsOf } from './importWords'

interface ImportPreviewProps {
  /** Of the file. */
  readonly name: string
  readonly list: QuestionList
  readonly rows: Answer<readonly ComparedRow[] | null>
}

interface PreviewRow {
  readonly question: ReadQuestion
  readonly compared: ComparedRow
}
type Groups = Record<ComparedRow['state'], PreviewRow[]>

const STATES = ['changed', 'new', 'unchanged'] as const
const STATE_NAMES = { changed: 'Changed', new: 'New', unchanged: 'Unchanged' } as const

/** What an import would do, before it does it: what changes first, then what is new. */
export function ImportPreview({ name, list, rows }: ImportPreviewProps) {
  const compared = rows.state === 'ready' ? rows.value : null
  const groups = useMemo(() => compared && grouped(list, compared), [list, compared])
  const problems = useMemo(() => problemsOf(list), [list])
  return (
    <div className={styles['preview']}>
      <div className={styles['head']}>
        <p className={styles['file']}>
          {name}
          <span className={styles['format']}>{FORMAT_NAMES[list.format]}</span>
        </p>
        <div aria-live="polite" className={styles['amounts']}>
          {groups && <Amounts groups={groups} />}
          {rows.state === 'loading' && <Loading>Comparing it with what is there</Loading>}
        </div>
      </div>
      {rows.state === 'failed' && <Trouble {...troubleOf(rows.error)} />}
      {groups && (
        <WindowedList
          label="Preview"
          items={STATES.flatMap((state) => groups[state])}
          keyOf={({ question }) => question.row}
          className={styles['list']}
        >
          {(row) => <Row row={row} />}
        </WindowedList>
      )}
      {problems.length > 0 && (
        <>
          <p className={styles['label']}>Problems</p>
          <WindowedList
            label="Problems"
            items={problems}
            keyOf={(problem) => problem}
            className={styles['problems']}
          >
            {(problem) => <p className={styles['words']}>{problem}</p>}
          </WindowedList>
        </>
      )}
    </div>
  )
}

function Amounts({ groups }: { readonly groups: Groups }) {
  return (
    <>
      <span>{formatAmount(groups.new.length)} new</span>
      <span>{formatAmount(groups.changed.length)} changed</span>
      <span>{formatAmount(groups.unchanged.length)} unchanged</span>
    </>
  )
}

function Row({ row: { question, compared } }: { readonly row: PreviewRow }) {
  const about = compared.state === 'new' ? aboutOf(question) : changesOf(compared)
  const before =
    compared.state !== 'new' && compared.changed.includes('question') ? compared.now : null
  return (
    <div className={styles['row']}>
      <span className={styles['state']}>{STATE_NAMES[compared.state]}</span>
      <div className={styles['words']}>
        <p dir="auto" className={compared.state === 'unchanged' ? styles['unchanged'] : undefined}>
          {question.question}
        </p>
        {before !== null && (
          <p dir="auto" className={styles['about']}>
            Was: {before}
          </p>
        )}
        {about !== '' && (
          <p dir="auto" className={styles['about']}>
            {about}
          </p>
        )}
      </div>
    </div>
  )
}

function grouped({ questions }: QuestionList, rows: readonly ComparedRow[]): Groups {
  const groups: Groups = { changed: [], new: [], unchanged: [] }
  questions.forEach((question, index) => {
    const compared = rows[index]
    if (compared) groups[compared.state].push({ question, compared })
  })
  return groups
}
