import type { VirtualItem } from '@tanstack/react-virtual'
import { parseRoute } from '../../app/route'
import { EVERY_QUESTION, type QuestionSearch } from './questionList'
import { QuestionLoader } from './questionLoader'
import { Selection } from './selection'

/** Where the list was scrolled to, and how tall its rows were, of which few are drawn. */
interface Scrolled {
  readonly scrolledPx: number
  readonly rows: VirtualItem[]
}

/** How somebody left the screen for a question: they come back to the same search, place and checks. */
export class QuestionsPlace {
  readonly loader = new QuestionLoader()
  readonly selection = new Selection()
  #search = EVERY_QUESTION
  #scrolled: Scrolled | null = null
  #currentId: string | null = null

  get search(): QuestionSearch {
    return this.#search
  }

  /** Looks for this; `search` keeps it as it was typed. */
  look(search: QuestionSearch): void {
    this.#search = search
    this.loader.search({ ...search, query: search.query.trim() })
  }

  /** Null: at the top. */
  get scrolled(): Scrolled | null {
    return this.#scrolled
  }

  get currentId(): string | null {
    return this.#currentId
  }

  /** Call when the list goes: where it was counts only for who comes back from a question. */
  keepScrolled(scrolled: Scrolled): void {
    this.#scrolled = isLeavingForQuestion() ? scrolled : null
  }

  /** One is back there. */
  forgetScrolled(): void {
    this.#scrolled = null
  }

  keepCurrent(questionId: string | null): void {
    this.#currentId = questionId
  }
}

let left: QuestionsPlace | null = null

/** Something came into this pack from another screen: the next look is at it. */
export function lookAtPackNext(packId: string): void {
  left = new QuestionsPlace()
  left.look({ ...EVERY_QUESTION, packId })
}

/** The place that was left for a question, or the top of all. */
export function questionsPlace(): QuestionsPlace {
  return left ?? new QuestionsPlace()
}

/** Call when the screen goes: the place is kept when a question was opened, and forgotten otherwise. */
export function leaveQuestionsPlace(place: QuestionsPlace): void {
  left = isLeavingForQuestion() ? place : null
}

function isLeavingForQuestion(): boolean {
  return parseRoute(window.location.hash).screen === 'question'
}
