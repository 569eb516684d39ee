import type { RequestOutput } from '../../../shared/contract'
import type { PackSummary } from '../../../shared/model'
import type { QuestionFilter } from '../../../shared/questions/questionRequests'
import { formatAmount } from '../../lib/format'
import { Button } from '../../ui/Button'
import { SearchField } from '../../ui/search/SearchField'
import type { QuestionSearch } from '../list/questionList'
import { FILTER_NAMES, FILTERS } from './filterNames'
import styles from './QuestionFilters.module.css'

interface QuestionFiltersProps {
  readonly search: QuestionSearch
  readonly packs: readonly PackSummary[]
  readonly tags: RequestOutput<'tags.list'>
  readonly onChange: (search: QuestionSearch) => void
  /** Goes on from the search to what was found. */
  readonly onDown: () => void
  readonly onEditPacks: () => void
}

/** What is looked for: a pack, words, a kind of questions, a tag. */
export function QuestionFilters({
  search,
  packs,
  tags,
  onChange,
  onDown,
  onEditPacks,
}: QuestionFiltersProps) {
  return (
    <div className={styles['filters']}>
      <select
        aria-label="Pack"
        className={styles['pack']}
        value={search.packId ?? ''}
        onChange={({ target }) => onChange({ ...search, packId: target.value || null })}
      >
        <option value="">All packs</option>
        {packs.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Button onClick={onEditPacks}>Edit packs</Button>
      <SearchField
        name="Search questions"
        command="searchQuestions"
        value={search.query}
        onChange={(query) => onChange({ ...search, query })}
        onDown={onDown}
      />
      <select
        aria-label="Filter"
        value={search.filter}
        onChange={({ target }) => onChange({ ...search, filter: target.value as QuestionFilter })}
      >
        {FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {FILTER_NAMES[filter]}
          </option>
        ))}
      </select>
      <select
        aria-label="Tag"
        className={styles['tag']}
        value={search.tag ?? ''}
        onChange={({ target }) => onChange({ ...search, tag: target.value || null })}
      >
        <option value="">All tags</option>
        {/* Taken away from the last question that had it, it is still what the list is narrowed to. */}
        {search.tag !== null && !tags.some(({ tag }) => tag === search.tag) && (
          <option value={search.tag}>{search.tag}</option>
        )}
        {tags.map(({ tag, questionCount }) => (
          <option key={tag} value={tag}>
            {`${tag} (${formatAmount(questionCount)})`}
          </option>
        ))}
      </select>
    </div>
  )
}
