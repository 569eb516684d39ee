import { htmlToText } from '../anki/htmlText'
import type { Block } from './blocks'
import { blocksToText } from './blockText'

/** The question whose answer is being read. */
export interface Open {
  readonly line: number
  readonly question: string
  readonly tags: string[]
  readonly followUps: string[]
  /** Below a heading: of which level. */
  readonly level: number
  readonly answer: Block[]
  readonly firstText: string
  readonly isUnfolded?: boolean
}

/**
 * The question in a `<summary>` that is not over where its piece of HTML is: "Explain each of these:", an
 * empty line, a list, `</summary>`.
 */
export class OpenSummary {
  readonly #line: number
  readonly #html: string
  readonly #blocks: Block[] = []

  private constructor(line: number, html: string) {
    this.#line = line
    this.#html = html
  }

  /** @returns null when there is no summary in it, or all of one */
  static beginning(html: string, line: number): OpenSummary | null {
    const [, inside] = html.split(/<summary[^<>]*>/iu)
    return inside === undefined || END.test(inside) ? null : new OpenSummary(line, inside)
  }

  add(block: Block): void {
    this.#blocks.push(block)
  }

  /** @returns null when it does not end there: then nobody knows where, and it is none */
  endedBy(html: string): { line: number; question: string; rest: string } | null {
    const at = html.search(END)
    if (at === -1 || /<summary/iu.test(html.slice(0, at))) return null
    const texts = [this.#html, html.slice(0, at)].map((each) => htmlToText(each).text.trim())
    const question = [texts[0]!, blocksToText(this.#blocks), texts[1]!]
      .filter((text) => text !== '')
      .join('\n\n')
    return { line: this.#line, question, rest: html.slice(at).replace(END, '') }
  }
}

const END = /<\/summary\s*>/iu
