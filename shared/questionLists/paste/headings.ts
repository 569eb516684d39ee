import { MAX_TAG_CHARACTERS } from '../../defaults'
import { distinct, shortLine } from '../tidyText'

interface Heading {
  level: number
  text: string
}

/**
 * The headings above a place, which become its tags. One that stands first, alone on its level, and
 * has others below it is the title of the whole, and no tag. The only one of a text is a tag, and
 * where it is the first line it is proposed as the title too.
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
    const isAlone = first !== undefined && rest.length === 0
    const isAbove = !isAlone && rest.every(({ level }) => first && level > first.level)
    const isTitle = isAbove || (isAlone && first.level === 1 && beginsText)
    this.title = first && isTitle ? shortLine(first.text, MAX_TITLE) : null
    this.#titles = new Set(first && isAbove ? [first.text] : [])
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
