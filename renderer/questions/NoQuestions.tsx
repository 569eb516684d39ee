import { Button } from '../ui/Button'
import { isEveryQuestion, type QuestionSearch } from './list/questionList'
import styles from './QuestionsScreen.module.css'

interface NoQuestionsProps {
  readonly search: QuestionSearch
  readonly onClear: (search: QuestionSearch) => void
}

/** Either nothing fits what is looked for, or there is nothing yet; it says what to do. */
export function NoQuestions({ search, onClear }: NoQuestionsProps) {
  const { what, way, wider } = wordsFor(search)
  return (
    <div className={styles['nothing']}>
      <p className={styles['what']}>{what}</p>
      <p className={styles['way']}>{way}</p>
      {wider && <Button onClick={() => onClear(wider.search)}>{wider.words}</Button>}
    </div>
  )
}

interface EmptyWords {
  readonly what: string
  readonly way: string
  readonly wider?: { readonly words: string; readonly search: QuestionSearch }
}

function wordsFor(search: QuestionSearch): EmptyWords {
  const { query, filter, tag, packId } = search
  if (query.trim() !== '') {
    return {
      what: `Nothing found for “${query.trim()}”`,
      way: 'The search looks at everything that is written: questions, answers, outlines, tags.',
      wider: { words: 'Clear search', search: { ...search, query: '' } },
    }
  }
  if (filter !== 'all') {
    return {
      ...FILTER_WORDS[filter],
      wider: { words: 'Show all', search: { ...search, filter: 'all' } },
    }
  }
  if (tag !== null) {
    return {
      what: `No question here has the tag “${tag}”`,
      way: 'Tags are given in a question’s own form, or to several at once below the list.',
      wider: { words: 'Show all', search: { ...search, tag: null } },
    }
  }
  return {
    what: packId === null ? 'No questions yet' : 'No questions in this pack yet',
    way: 'Write one, paste a list, or bring in a file: the buttons are above.',
    ...(!isEveryQuestion(search) && {
      wider: { words: 'Show all packs', search: { ...search, packId: null } },
    }),
  }
}

const FILTER_WORDS = {
  neverSaid: {
    what: 'Nothing is left that was never said',
    way: 'Each of these questions has a take.',
  },
  starred: {
    what: 'No starred questions here',
    way: 'A star is set on a question’s page. It gathers what matters to you.',
  },
  weak: {
    what: 'No weak questions here',
    way: 'Questions that you rated Again or Hard the last time are gathered here.',
  },
  notForMe: {
    what: 'Every question here is for you',
    way: '“Not for me” on a question’s page puts it here, and it is asked no more.',
  },
} as const
