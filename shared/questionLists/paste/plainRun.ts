import type { PastedLine } from './pastedLines'
import { asks, hasQuestionMark, tells } from './tone'

/** A question of a list without signs, and what was below it. */
export interface PlainQuestion {
  readonly line: PastedLine
  readonly below: readonly PastedLine[]
}

/**
 * Takes lines without bullets, numbers and labels apart: one question a line, unless the text below
 * a question reads like an answer to it.
 * @param run plain and blank lines
 * @param opened whether a question stands before them, so that they may begin with its answer
 * @returns the lines that answer the question before, and the questions after them
 */
export function splitPlainRun(
  run: readonly PastedLine[],
  opened: boolean,
): { answer: PastedLine[]; questions: PlainQuestion[] } {
  const blocks = blocksOf(run)
  const isPaired = blocks.length > 1 ? arePaired(blocks) : isAlternating(blocks[0] ?? [])
  const answer: PastedLine[] = []
  const questions: { line: PastedLine; below: PastedLine[] }[] = []
  for (const block of blocks) {
    const [first, ...rest] = block
    if (!first) continue
    const last = questions.at(-1)
    const asked = last ? asks(last.line.text) : opened
    if (asked && isPaired && block.every(({ text }) => tells(text) || !asks(text))) {
      // A paragraph: of the answer, which may have several.
      if (tells(block.at(-1)!.text) || (last?.below.length ?? answer.length) > 0) {
        const taken = last?.below ?? answer
        // One by one: as arguments of one call there may be too many.
        for (const line of block) taken.push(line)
        taken.push(blankAfter(block))
        continue
      }
    }
    if (isPaired && blocks.length > 1 && isAnswered(block)) {
      questions.push({ line: first, below: [...rest, blankAfter(block)] })
    } else {
      for (const line of block) {
        const before = questions.at(-1)
        if (isPaired && before && hasQuestionMark(before.line.text) && !asks(line.text)) {
          before.below.push(line)
        } else questions.push({ line, below: [] })
      }
    }
  }
  return { answer, questions }
}

/** The first line asks, and what is below it, to the next blank line, does not. */
function isAnswered([first, ...rest]: readonly PastedLine[]): boolean {
  if (!first || rest.length === 0 || rest.some(({ text }) => hasQuestionMark(text))) return false
  if (asks(first.text))
    return rest.some(({ text }) => tells(text)) || !rest.some((line) => asks(line.text))
  return !tells(first.text) && rest.some(({ text }) => tells(text))
}

/**
 * Blocks between blank lines: whether some of them are answers, or have them. A list in groups is
 * not: several lines of a group ask.
 */
function arePaired(blocks: readonly (readonly PastedLine[])[]): boolean {
  const longer = blocks.filter((block) => block.length > 1)
  if (longer.length > 0) return longer.some(isAnswered) && longer.every((block) => !isGroup(block))
  // Only single lines: a question, a statement, a question, a statement ...
  return blocks.some(([line], index) => {
    const before = blocks[index - 1]?.[0]
    return line && before && hasQuestionMark(before.text) && tells(line.text)
  })
}

function isGroup(block: readonly PastedLine[]): boolean {
  return block.filter(({ text }) => asks(text)).length > 1
}

/** Without a blank line: each question is followed by at least one statement, or none is. */
function isAlternating(block: readonly PastedLine[]): boolean {
  if (!block[0] || !hasQuestionMark(block[0].text)) return false
  return block.every(({ text }, index) => {
    if (hasQuestionMark(text)) return tells(block[index + 1]?.text ?? '')
    return tells(text)
  })
}

function blocksOf(run: readonly PastedLine[]): PastedLine[][] {
  const blocks: PastedLine[][] = [[]]
  for (const line of run) {
    if (line.kind !== 'blank') blocks.at(-1)!.push(line)
    else if (blocks.at(-1)!.length > 0) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

function blankAfter(block: readonly PastedLine[]): PastedLine {
  const { row } = block.at(-1)!
  return { row, kind: 'blank', text: '', indent: 0, level: 0, marker: null, raw: '' }
}
