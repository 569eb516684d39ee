import type { PackQuestion } from '../../../../shared/pack'

/** On a card with it, the examples are ways of asking, and asking is shorter than answering. */
export const TO_ASK = 'to-ask'

/** Who would ask for what on a card: one of each row is on every card, other words are free. */
const KINDS = ['behavioural', 'technical', 'opinion', TO_ASK]
const LEVELS = ['any-level', 'first-job', 'experienced']

/** In characters: what the narrowest list has room for. */
const LONGEST_SHORT_TITLE = 18
/** In characters: what one line beside an answer has room for in the smallest window. */
const LONGEST_LABEL = 48

/** The one form of a mark: `Short: cook, two years in`. */
const MARK = /^(Short|Long): (?=\S)/
/** What is meant as one, and is in another form. */
const OTHER_MARK = /^\s*(?:short|long)\s*:|\((?:short|long)\)/i

/** How fast a calm voice reads. */
const WORDS_PER_MINUTE = 150

/** In words: fewest, most. */
const LENGTHS = { short: [40, 60], usual: [110, 190], long: [200, 260], asked: [65, 110] } as const

/** In seconds: from where an answer is one, to where nobody listens any more. */
const TARGETS = { usual: [30, 180], asked: [15, 180] } as const

/** Of a pack for one trade, each card has somebody who is new to it. */
const PACKS_FOR_A_TRADE = ['backend-developer']
const BEGINNER =
  /\b(?:graduate|intern|internship|student|trainee|junior|first job|career changer)\b/i

export interface Card {
  readonly packId: string
  readonly question: PackQuestion
}

/** `<pack id>/<question id>` */
export function nameOf({ packId, question }: Card): string {
  return `${packId}/${question.id}`
}

/** Which of its kinds an example is, by its label. */
export function markOf(label: string): 'short' | 'long' | null {
  const mark = MARK.exec(label)?.[1]
  return mark === 'Short' ? 'short' : mark === 'Long' ? 'long' : null
}

/** Who speaks, without what kind of answer it is. */
export function personOf(label: string): string {
  return label.replace(MARK, '').toLowerCase()
}

/** What is wrong with a card by itself. */
export function cardFaults(card: Card): string[] {
  const { question } = card
  return [
    ...titleFaults(question),
    ...question.exampleAnswers.flatMap((example) => exampleFaults(question, example)),
    ...whoSpeaksFaults(card),
    ...countFaults(question),
    ...tagFaults(question.tags),
    ...targetFaults(question),
  ].map((fault) => `${nameOf(card)}: ${fault}`)
}

function titleFaults({ shortTitle = '' }: PackQuestion): string[] {
  const isFitting = /^\S+( \S+){1,3}$/.test(shortTitle) && shortTitle.length <= LONGEST_SHORT_TITLE
  if (isFitting) return []
  return [
    `“${shortTitle}” is no short title of 2 to 4 words and ${LONGEST_SHORT_TITLE} characters at most`,
  ]
}

function exampleFaults(
  { tags, targetSeconds }: PackQuestion,
  { label, text }: PackQuestion['exampleAnswers'][number],
): string[] {
  const mark = markOf(label)
  if (!mark && OTHER_MARK.test(label))
    return [`“${label}” is not marked as “Short: …” or “Long: …” are`]
  const [, longestSeconds] = targetSeconds
  const [fewest, most] = LENGTHS[mark ?? (tags.includes(TO_ASK) ? 'asked' : 'usual')]
  const count = text.trim().split(/\s+/).length
  const seconds = Math.ceil((count * 60) / WORDS_PER_MINUTE)
  return [
    ...outside(label.length, 1, LONGEST_LABEL, `characters in “${label}”`),
    ...outside(count, fewest, most, `words in “${label}”`),
    ...(seconds > longestSeconds
      ? [`“${label}” takes ${seconds} s, more than ${longestSeconds}`]
      : []),
  ]
}

function whoSpeaksFaults({ packId, question: { exampleAnswers } }: Card): string[] {
  const labels = exampleAnswers.map(({ label }) => label)
  const isForTrade = PACKS_FOR_A_TRADE.includes(packId)
  return [
    ...outside(labels.length, 3, 6, 'examples'),
    ...outside(labels.filter((label) => markOf(label) === 'short').length, 1, 1, 'short examples'),
    ...(isForTrade && !labels.some((label) => BEGINNER.test(label))
      ? ['no example of a beginner']
      : []),
  ]
}

function countFaults({ outline, talkingPoints, pitfalls, followUps }: PackQuestion): string[] {
  return [
    ...outside(outline.length, 4, 6, 'lines of outline'),
    ...outside(talkingPoints.length, 3, 5, 'things worth saying'),
    ...outside(pitfalls.length, 1, 3, 'things that go wrong'),
    ...outside(followUps.length, 2, 2, 'follow-ups'),
  ]
}

function tagFaults(tags: readonly string[]): string[] {
  const several = tags.filter((tag) => !/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(tag))
  return [
    ...several.map((tag) => `the tag “${tag}” is not one word, with hyphens`),
    ...outside(tags.length, 3, 5, 'tags'),
    ...outside(tags.filter((tag) => LEVELS.includes(tag)).length, 1, 1, 'tags of a level'),
    ...outside(tags.filter((tag) => KINDS.includes(tag)).length, 1, 1, 'tags of a kind'),
  ]
}

function targetFaults({ tags, targetSeconds: [shortest, longest] }: PackQuestion): string[] {
  const [from, to] = TARGETS[tags.includes(TO_ASK) ? 'asked' : 'usual']
  return [
    ...outside(shortest, from, to, 's at least for an answer'),
    ...outside(longest, from, to, 's at most for an answer'),
  ]
}

function outside(count: number, fewest: number, most: number, what: string): string[] {
  if (count >= fewest && count <= most) return []
  return [`${count} ${what}, not ${fewest === most ? most : `${fewest} to ${most}`}`]
}
