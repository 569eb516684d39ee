import type { Pack, PackQuestion } from '../../../../shared/pack'
import { WORN_PHRASES } from './wornPhrases'

/** On a card with it, the examples are ways of asking, and asking is shorter than answering. */
export const TO_ASK = 'to-ask'

/** How fast a calm voice reads. */
const WORDS_PER_MINUTE = 150
/** So many words in a row are no accident. */
const RUN_WORDS = 8
const FOLLOW_UPS = 2

/** In words: fewest, most. */
const LENGTHS = { short: [40, 60], usual: [110, 190], long: [200, 260], asked: [65, 110] } as const

/** `Short: cook, two years in`, or `Cook, two years in (short)`. */
const MARK = /^(short|long): *| *\((short|long)\)$/i

interface Card {
  /** `<pack id>/<question id>`. */
  readonly name: string
  readonly question: PackQuestion
}

/**
 * What a reader of these packs would stumble over, a line each, in the order of the cards: an
 * example outside its length, words that two cards share, a worn phrase, two examples of the same
 * person, a card without follow-ups.
 */
export function packFaults(packs: readonly Pack[]): string[] {
  const cards = packs.flatMap((pack) =>
    pack.questions.map((question) => ({ name: `${pack.id}/${question.id}`, question })),
  )
  return [
    ...cards.flatMap(lengthFaults),
    ...sharedRuns(cards),
    ...cards.flatMap(wornFaults),
    ...labelFaults(cards),
    ...cards.flatMap(followUpFaults),
  ]
}

/** Which of its kinds an example is, by its label. */
export function markOf(label: string): 'short' | 'long' | null {
  const [, before, behind] = MARK.exec(label) ?? []
  const mark = (before ?? behind)?.toLowerCase()
  return mark === 'short' || mark === 'long' ? mark : null
}

function lengthFaults({ name, question }: Card): string[] {
  const [, longestSeconds] = question.targetSeconds
  return question.exampleAnswers.flatMap(({ label, text }) => {
    const unmarked = question.tags.includes(TO_ASK) ? 'asked' : 'usual'
    const [fewest, most] = LENGTHS[markOf(label) ?? unmarked]
    const count = text.trim().split(/\s+/).length
    const seconds = Math.ceil((count * 60) / WORDS_PER_MINUTE)
    return [
      ...(count < fewest || count > most
        ? [`${name}: “${label}” has ${count} words, not ${fewest} to ${most}`]
        : []),
      ...(seconds > longestSeconds
        ? [`${name}: “${label}” takes ${seconds} s, more than ${longestSeconds}`]
        : []),
    ]
  })
}

/** The first run that two cards share; the others mostly overlap it. */
function sharedRuns(cards: readonly Card[]): string[] {
  const firstWith = new Map<string, string>()
  const faults = new Map<string, string>()
  for (const { name, question } of cards) {
    for (const run of textsOf(question).flatMap(runsOf)) {
      const other = firstWith.get(run) ?? name
      firstWith.set(run, other)
      const pair = `${other} and ${name}`
      if (other !== name && !faults.has(pair)) faults.set(pair, `${pair} share “${run}”`)
    }
  }
  return [...faults.values()]
}

function wornFaults({ name, question }: Card): string[] {
  // What stands in quotation marks is somebody else's: a card may warn of it.
  const own = textsOf(question).flatMap((text) => text.split(/"[^"]*"|“[^”]*”/))
  const spoken = own.map((text) => ` ${wordsOf(text).join(' ')} `)
  return WORN_PHRASES.filter((phrase) => spoken.some((text) => text.includes(` ${phrase} `))).map(
    (phrase) => `${name}: “${phrase}” is worn`,
  )
}

/** Each example is another person's, in all packs. */
function labelFaults(cards: readonly Card[]): string[] {
  const firstWith = new Map<string, string>()
  const faults: string[] = []
  for (const { name, question } of cards) {
    for (const { label } of question.exampleAnswers) {
      const person = label.replace(MARK, '').trim().toLowerCase()
      const other = firstWith.get(person)
      if (other === undefined) firstWith.set(person, name)
      else faults.push(`${name}: “${label}” speaks in ${other} already`)
    }
  }
  return faults
}

function followUpFaults({ name, question }: Card): string[] {
  const count = question.followUps.length
  return count < FOLLOW_UPS ? [`${name}: ${count} follow-ups, not ${FOLLOW_UPS}`] : []
}

/** All that is a sentence of ours: the question is the interviewers', worn or not. */
function textsOf(question: PackQuestion): string[] {
  const { whyTheyAsk, exampleAnswers, talkingPoints, pitfalls, followUps } = question
  const examples = exampleAnswers.map(({ text }) => text)
  return [whyTheyAsk, ...examples, ...talkingPoints, ...pitfalls, ...followUps]
}

function runsOf(text: string): string[] {
  const words = wordsOf(text)
  const count = Math.max(0, words.length - RUN_WORDS + 1)
  return Array.from({ length: count }, (_, start) =>
    words.slice(start, start + RUN_WORDS).join(' '),
  )
}

/** Without case and punctuation; “I'd” is one word, in whichever way its apostrophe is written. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('’', "'")
  return plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
}
