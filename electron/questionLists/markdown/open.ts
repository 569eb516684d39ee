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

  /** @returns what of this block comes after the end of the summary, if it ends there; null if not */
  add(block: Block): Block[] | null {
    const last = block.children.findIndex(endsSummary)
    if (block.kind !== 'list' || last === -1) {
      this.#blocks.push(block)
      return endsSummary(block) ? [] : null
    }
    const after = block.children.slice(last + 1)
    this.#blocks.push({ ...block, children: block.children.slice(0, last + 1) })
    return after.length === 0 ? [] : [{ ...block, children: after }]
  }

  ended(): { line: number; question: string; rest: string } {
    return this.endedBy('</summary>')!
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

function endsSummary({ inline, children }: Block): boolean {
  return inline.endsSummary || children.some(endsSummary)
}

const END = /<\/summary\s*>/iu
