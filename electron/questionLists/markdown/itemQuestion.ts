import { MAX_FOLLOW_UP_CHARACTERS } from '../../../shared/defaults'
import { withoutMarkers } from '../../../shared/questionLists/paste/pastedLines'
import { hasQuestionMark, isAskingHeading } from '../../../shared/questionLists/paste/tone'
import type { Block } from './blocks'
import { blocksToText } from './blockText'

interface ItemQuestion {
  question: string
  isAsking: boolean
  followUps: string[]
  /** What answers it, below its first line. */
  answer: Block[]
  /** What answers it in its own paragraph. */
  firstText: string
}

/**
 * What an item of a list asks. A list below it are its follow-ups, unless a text before that has
 * begun to answer it, or the question is a heading.
 */
export function questionOfItem({ children }: Block): ItemQuestion {
  const below = children[0]?.kind === 'list' ? children : children.slice(1)
  const [first] = children
  const isText = first?.kind === 'paragraph' || first?.kind === 'heading'
  const isShown = first !== undefined && first.kind !== 'list'
  const shown = isShown ? blocksToText([first]) : ''
  const { asked, told } = isText ? askedAndTold(first) : { asked: shown, told: '' }
  const question = withoutMarkers(asked.replace(/\s+/gu, ' '))
  const answersFrom = below.findIndex(({ kind }) => kind !== 'list')
  const isTold = told !== '' || first?.kind === 'heading'
  const nested = isTold ? [] : answersFrom === -1 ? below : below.slice(0, answersFrom)
  const followUps = nested.flatMap(itemsOf)
  const long = followUps.filter(({ inline }) => inline.text.length > MAX_FOLLOW_UP_CHARACTERS)
  return {
    question,
    isAsking: isAskingHeading(question) || first?.kind === 'heading',
    followUps: followUps
      .filter((each) => !long.includes(each))
      .map(({ inline }) => withoutMarkers(inline.text.replace(/\s+/gu, ' ')))
      .filter((text) => text !== ''),
    // An answer in bullets: no follow-up is as long as that.
    answer: [...long, ...below.slice(nested.length)],
    firstText: told,
  }
}

/** "**Why us?** Because ..." and a question with its answer in the next line are two things. */
function askedAndTold({ inline }: Block): { asked: string; told: string } {
  if (hasQuestionMark(inline.strong)) return { asked: inline.strong, told: inline.rest }
  const lines = inline.text.split('\n')
  const end = lines.findIndex((line) => hasQuestionMark(line))
  if (end === -1 || end === lines.length - 1) return { asked: inline.text, told: '' }
  return { asked: lines.slice(0, end + 1).join(' '), told: lines.slice(end + 1).join('\n') }
}

/** The first paragraphs of all items, however deep. */
function itemsOf(list: Block): Block[] {
  return list.children.flatMap(({ children }) => {
    const [first, ...rest] = children
    const own = first && first.inline.text !== '' ? [first] : []
    return [...own, ...rest.filter(({ kind }) => kind === 'list').flatMap(itemsOf)]
  })
}

/** Whether most of these items ask. */
export function areQuestions(items: readonly Block[]): boolean {
  const asking = items.filter((item) => hasQuestionMark(item.children[0]?.inline.text ?? ''))
  return asking.length > items.length / 2
}
