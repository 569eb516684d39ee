import type { Pack, PackQuestion } from '../../../../shared/pack'
import { cardFaults, nameOf, personOf, type Card } from './cardFaults'
import { WORN_PHRASES } from './wornPhrases'

/** So many words in a row are no accident. */
const RUN_WORDS = 8

/**
 * What a reader of these packs would stumble over, a line each: a card that is not whole or has an
 * example outside its length, words that two cards share, a worn phrase, two examples of the same
 * person, two cards that look alike in a list.
 */
export function packFaults(packs: readonly Pack[]): string[] {
  const cards = packs.flatMap(cardsOf)
  return [
    ...cards.flatMap(cardFaults),
    ...sharedRuns(cards),
    ...cards.flatMap(wornFaults),
    ...labelFaults(cards),
    ...packs.flatMap((pack) => titlesTwice(cardsOf(pack))),
  ]
}

function cardsOf({ id, questions }: Pack): Card[] {
  return questions.map((question) => ({ packId: id, question }))
}

/** The first run that two cards share; the others mostly overlap it. */
function sharedRuns(cards: readonly Card[]): string[] {
  const firstWith = new Map<string, string>()
  const faults = new Map<string, string>()
  for (const card of cards) {
    const name = nameOf(card)
    for (const run of textsOf(card.question).flatMap(runsOf)) {
      const other = firstWith.get(run) ?? name
      firstWith.set(run, other)
      const pair = `${other} and ${name}`
      if (other !== name && !faults.has(pair)) faults.set(pair, `${pair} share “${run}”`)
    }
  }
  return [...faults.values()]
}

function wornFaults(card: Card): string[] {
  // What stands in quotation marks is somebody else's: a card may warn of it.
  const own = textsOf(card.question).flatMap((text) => text.split(/"[^"]*"|“[^”]*”/))
  const spoken = own.map((text) => ` ${wordsOf(text).join(' ')} `)
  return WORN_PHRASES.filter((phrase) => spoken.some((text) => text.includes(` ${phrase} `))).map(
    (phrase) => `${nameOf(card)}: “${phrase}” is worn`,
  )
}

/** Each example is another person's, in all packs. */
function labelFaults(cards: readonly Card[]): string[] {
  const firstWith = new Map<string, string>()
  const faults: string[] = []
  for (const card of cards) {
    for (const { label } of card.question.exampleAnswers) {
      const person = personOf(label)
      const other = firstWith.get(person)
      if (other === undefined) firstWith.set(person, nameOf(card))
      else faults.push(`${nameOf(card)}: “${label}” speaks in ${other} already`)
    }
  }
  return faults
}

function titlesTwice(cards: readonly Card[]): string[] {
  const titles = cards.map(({ question }) => question.shortTitle)
  return cards
    .filter(({ question }, index) => titles.indexOf(question.shortTitle) < index)
    .map((card) => `${nameOf(card)}: “${card.question.shortTitle}” is another card's title too`)
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
