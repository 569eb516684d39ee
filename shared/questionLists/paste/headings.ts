import { MAX_TAG_CHARACTERS } from '../../defaults'
import { distinct, shortLine } from '../tidyText'

interface Heading {
  level: number
  text: string
}

/**
 * The headings above a place, which become its tags. One that stands first, alone on its level, and
 * has others below it is the title of the whole; so is the only one of the text where it is its first
 * line: a tag that every question has says nothing.
 */
export class Headings {
  readonly #titles: ReadonlySet<string>
  #above: Heading[] = []

  /**
   * @param all every heading of the text that is no question, in order
   * @param beginsText whether the text begins with the first of them
   */
  constructor(all: readonly Heading[], beginsText: boolean) {
    const [first, ...rest] = all
    const isTitle =
      first &&
      (rest.length > 0
        ? rest.every(({ level }) => level > first.level)
        : first.level === 1 && beginsText)
    this.title = isTitle ? shortLine(first.text, MAX_TITLE) : null
    this.#titles = new Set(isTitle ? [first.text] : [])
  }

  readonly title: string | null

  /** A heading was come to; those of its level and below it are over. */
  enter(heading: Heading): void {
    this.#above = [...this.#above.filter(({ level }) => level < heading.level), heading]
  }

  get tags(): string[] {
    const texts = this.#above.map(({ text }) => text).filter((text) => !this.#titles.has(text))
    return distinct(texts.map(tagOf)).filter((tag) => tag !== '')
  }
}

/** A title fits into a line of the list of packs. */
const MAX_TITLE = 200

/** "3. System design:" is about system design. */
function tagOf(heading: string): string {
  const bare = heading.replace(/^(?:\d{1,3}[.)]\s*)+/u, '').replace(/[:：]\s*$/u, '')
  return shortLine(bare, MAX_TAG_CHARACTERS)
}
