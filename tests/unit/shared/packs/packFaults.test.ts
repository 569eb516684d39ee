import { expect, test } from 'vitest'
import { parsePack, type Pack, type PackQuestion } from '../../../../shared/pack'
import { markOf, TO_ASK } from './cardFaults'
import { packFaults } from './packFaults'

/** So many words, none of which is anywhere else. */
const said = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ')

/** A card in order; every id has words of its own. */
const card = (id: string, changes: Partial<PackQuestion> = {}): Partial<PackQuestion> => ({
  id,
  question: 'What did you build?',
  shortTitle: `Card ${id}`,
  whyTheyAsk: said(`${id}why`, 30),
  exampleAnswers: examples(id),
  talkingPoints: ['The result', 'The cost', 'The date'],
  pitfalls: ['No numbers'],
  followUps: ['And then?', 'Who paid?'],
  outline: ['system', 'decision', 'cost', 'result'],
  tags: ['experience', 'behavioural', 'any-level'],
  targetSeconds: [60, 120],
  ...changes,
})

/** Three people whom nobody else is, and whoever is to be tried before them. */
function examples(id: string, ...first: PackQuestion['exampleAnswers']) {
  return [
    ...first,
    { label: `Cook, ${id}`, text: said(`${id}cook`, 150) },
    { label: `Nurse, ${id}`, text: said(`${id}nurse`, 110) },
    { label: `Short: baker, ${id}`, text: said(`${id}baker`, 50) },
  ]
}

const pack = (questions: Partial<PackQuestion>[], id = 'trial'): Pack =>
  parsePack({
    format: 'soundcheck-pack',
    version: 1,
    id,
    title: 'Trial',
    description: 'Made up.',
    language: 'en',
    questions,
  })

const faultsOf = (...questions: Partial<PackQuestion>[]) => packFaults([pack(questions)])
/** Of a card with one more example; a short one is then one too many. */
const faultsOfExample = (label: string, count: number, changes: Partial<PackQuestion> = {}) => {
  const extra = { label, text: said('word', count) }
  const exampleAnswers = examples('one', extra).filter(
    (example) => example === extra || markOf(example.label) !== markOf(label) || !markOf(label),
  )
  return faultsOf(card('one', { exampleAnswers, ...changes }))
}

test('cards in order have no faults', () => {
  const other = pack([card('three')], 'other')
  expect(packFaults([pack([card('one'), card('two')]), other])).toEqual([])
})

test.each<[string, 'short' | 'long' | null]>([
  ['Short: cook', 'short'],
  ['Long: cook', 'long'],
  ['Cook (short)', null],
  ['Short-order cook', null],
  ['Long-distance driver, two years in', null],
])('the example of “%s” is marked: %s', (label, mark) => {
  expect(markOf(label)).toBe(mark)
})

test.each([
  'Cook (short)',
  'Cook (Long), two years in',
  'short: cook',
  'Short:cook',
  ' LONG : cook',
])('a mark in another form is a fault: %s', (label) => {
  expect(faultsOfExample(label, 150)).toEqual([
    `trial/one: “${label.trim()}” is not marked as “Short: …” or “Long: …” are`,
  ])
})

test.each<[string, number]>([
  ['Short: cook', 40],
  ['Short: cook', 60],
  ['Cook', 110],
  ['Cook', 190],
  ['Short-order cook', 150],
  ['Long: cook', 200],
  ['Long: cook', 260],
])('an example of “%s” may have %i words', (label, count) => {
  expect(faultsOfExample(label, count)).toEqual([])
})

test.each<[string, number, string]>([
  ['Short: cook', 39, '40 to 60'],
  ['Short: cook', 61, '40 to 60'],
  ['Cook', 109, '110 to 190'],
  ['Cook', 191, '110 to 190'],
  ['Long: cook', 199, '200 to 260'],
  ['Long: cook', 261, '200 to 260'],
])('an example of “%s” may not have %i words', (label, count, allowed) => {
  expect(faultsOfExample(label, count)).toEqual([
    `trial/one: ${count} words in “${label}”, not ${allowed}`,
  ])
})

test('a label has room on its line', () => {
  const label = (length: number) => `Cook, ${'x'.repeat(length - 6)}`
  expect(faultsOfExample(label(48), 150)).toEqual([])
  expect(faultsOfExample(label(49), 150)).toEqual([
    `trial/one: 49 characters in “${label(49)}”, not 1 to 48`,
  ])
})

test('what is asked is shorter than what is answered', () => {
  const asked = (count: number) => {
    const all = examples('one').map(({ label, text }) =>
      markOf(label) ? { label, text } : { label, text: text.split(' ').slice(0, count).join(' ') },
    )
    const tags = ['role', TO_ASK, 'any-level']
    return faultsOf(card('one', { tags, exampleAnswers: all, targetSeconds: [15, 45] }))
  }
  expect([65, 110].flatMap(asked)).toEqual([])
  expect([64, 111].map((count) => asked(count)[0])).toEqual([
    'trial/one: 64 words in “Cook, one”, not 65 to 110',
    'trial/one: 111 words in “Cook, one”, not 65 to 110',
  ])
})

test('an example takes no longer than the answer should, read at 150 words a minute', () => {
  const within = (longest: number) => faultsOf(card('one', { targetSeconds: [30, longest] }))
  expect(within(60)).toEqual([])
  expect(within(59)).toEqual(['trial/one: “Cook, one” takes 60 s, more than 59'])
})

const NINE = "We moved the rule, and it's been quiet since."
const EIGHT = 'moved the rule and it’s been quiet since'
const SEVEN = 'the rule and it’s been quiet since'

test.each<[string, Partial<PackQuestion>]>([
  ['a follow-up', { followUps: [`Why has it ${EIGHT}?`, 'Who paid?'] }],
  ['a bullet', { talkingPoints: [EIGHT.toUpperCase(), 'The cost', 'The date'] }],
  ['a pitfall', { pitfalls: [EIGHT] }],
  ['why they ask', { whyTheyAsk: `They ${EIGHT}, all of them` }],
  [
    'an example',
    { exampleAnswers: examples('two', { label: 'Vet', text: `${EIGHT} ${said('more', 120)}` }) },
  ],
])('eight words of another card are found in %s', (_, changes) => {
  const faults = ["trial/one and trial/two share “moved the rule and it's been quiet since”"]
  expect(faultsOf(card('one', { whyTheyAsk: NINE }), card('two', changes))).toEqual(faults)
})

test('eight words of another pack are found, seven and those of the same card are not', () => {
  const one = pack([card('one', { whyTheyAsk: NINE, pitfalls: [EIGHT] })])
  const other = (words: string) => pack([card('two', { whyTheyAsk: words })], 'other')
  expect(packFaults([one, other(SEVEN)])).toEqual([])
  expect(packFaults([one, other(EIGHT)])).toHaveLength(1)
})

test('a run does not go from one text into the next', () => {
  const [first, second] = [EIGHT.slice(0, 14), EIGHT.slice(14)]
  const split = card('two', { talkingPoints: [first, second, 'The date'] })
  expect(faultsOf(card('one', { whyTheyAsk: NINE }), split)).toEqual([])
})

test.each([
  'I am a Team Player, really.',
  'At the start: team-player.',
  '"So", he said, team\nplayer, "yes".',
])('a worn phrase is found in: %s', (whyTheyAsk) => {
  expect(faultsOf(card('one', { whyTheyAsk }))).toEqual(['trial/one: “team player” is worn'])
})

test('a worn phrase is found in every text of a card', () => {
  const texts: Partial<PackQuestion>[] = [
    { exampleAnswers: examples('one', { label: 'Vet', text: `${said('word', 120)} synergy` }) },
    { talkingPoints: ['Synergy', 'The cost', 'The date'] },
    { pitfalls: ['No synergy'] },
    { followUps: ['Any synergy?', 'Who paid?'] },
  ]
  expect(texts.flatMap((changes) => faultsOf(card('one', changes)))).toEqual(
    texts.map(() => 'trial/one: “synergy” is worn'),
  )
})

test('what is quoted, what interviewers ask and what only looks alike is not worn', () => {
  const changes = {
    question: 'Are you a team player?',
    whyTheyAsk: 'A new steam player stood in the hall.',
    pitfalls: ['Saying that you are a "team player"', 'Calling yourself “passionate about” it'],
  }
  expect(faultsOf(card('one', changes))).toEqual([])
})

test('a label is there once, whatever its mark and its case, in all packs', () => {
  const again = (label: string, count: number) => {
    const exampleAnswers = examples('two', { label, text: said('other', count) })
    return pack([card('two', { exampleAnswers })], 'other')
  }
  expect(packFaults([pack([card('one')]), again('COOK, one', 150)])).toEqual([
    'other/two: “COOK, one” speaks in trial/one already',
  ])
  expect(packFaults([pack([card('one')]), again('Long: cook, one', 220)])).toEqual([
    'other/two: “Long: cook, one” speaks in trial/one already',
  ])
})

test('a label is there once also on one card', () => {
  const exampleAnswers = examples('one', { label: 'Cook, one', text: said('here', 150) })
  expect(faultsOf(card('one', { exampleAnswers }))).toEqual([
    'trial/one: “Cook, one” speaks in trial/one already',
  ])
})

test('a title is there once in its pack', () => {
  const twin = card('two', { shortTitle: 'Card one' })
  expect(packFaults([pack([card('one')]), pack([twin], 'other')])).toEqual([])
  expect(faultsOf(card('one'), twin)).toEqual(["trial/two: “Card one” is another card's title too"])
})

test.each([
  '',
  'Mistake',
  'Your favourite tools',
  'What you did that year',
  'One two three fo five',
])('a short title that is none, too long, or not of 2 to 4 words: “%s”', (title) => {
  const shortTitle = title === '' ? undefined : title
  expect(faultsOf(card('one', { shortTitle }))).toEqual([
    `trial/one: “${title}” is no short title of 2 to 4 words and 18 characters at most`,
  ])
})

const CARD = card('one')
const three = examples('one')

test.each<[string, Partial<PackQuestion>, string]>([
  ['no follow-ups', { followUps: [] }, '0 follow-ups, not 2'],
  ['one follow-up', { followUps: ['And then?'] }, '1 follow-ups, not 2'],
  ['a short outline', { outline: ['a', 'b', 'c'] }, '3 lines of outline, not 4 to 6'],
  [
    'a long outline',
    { outline: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    '7 lines of outline, not 4 to 6',
  ],
  ['two examples', { exampleAnswers: three.slice(1) }, '2 examples, not 3 to 6'],
  ['little worth saying', { talkingPoints: ['It', 'Him'] }, '2 things worth saying, not 3 to 5'],
  ['nothing that goes wrong', { pitfalls: [] }, '0 things that go wrong, not 1 to 3'],
  ['a short target', { targetSeconds: [29, 120] }, '29 s at least for an answer, not 30 to 180'],
  ['a long target', { targetSeconds: [60, 181] }, '181 s at most for an answer, not 30 to 180'],
])('a card with %s is not whole', (_, changes, fault) => {
  expect(faultsOf({ ...CARD, ...changes })).toEqual([`trial/one: ${fault}`])
})

test('a card has one short example', () => {
  const [cook, nurse, baker] = three
  const vet = { label: 'Short: vet', text: said('vet', 50) }
  const teacher = { label: 'Teacher', text: said('teacher', 150) }
  const short = (...exampleAnswers: PackQuestion['exampleAnswers']) =>
    faultsOf(card('one', { exampleAnswers }))
  expect(short(cook!, nurse!, baker!, teacher)).toEqual([])
  expect(short(cook!, nurse!, teacher)).toEqual(['trial/one: 0 short examples, not 1'])
  expect(short(cook!, baker!, vet)).toEqual(['trial/one: 2 short examples, not 1'])
})

test.each<[string[], string]>([
  [['two words', 'opinion', 'any-level'], 'the tag “two words” is not one word, with hyphens'],
  [['end-', 'opinion', 'any-level'], 'the tag “end-” is not one word, with hyphens'],
  [['opinion', 'any-level'], '2 tags, not 3 to 5'],
  [['role', 'team', 'opinion'], '0 tags of a level, not 1'],
  [['any-level', 'first-job', 'opinion'], '2 tags of a level, not 1'],
  [['role', 'team', 'any-level'], '0 tags of a kind, not 1'],
  [['opinion', 'technical', 'any-level'], '2 tags of a kind, not 1'],
])('tags that are not in order: %j', (tags, fault) => {
  expect(faultsOf(card('one', { tags }))).toEqual([`trial/one: ${fault}`])
})

test('on each card of the pack for back-end developers somebody is new to it', () => {
  const backend = (label: string) => {
    const exampleAnswers = examples('one', { label, text: said('word', 120) })
    return packFaults([pack([card('one', { exampleAnswers })], 'backend-developer')])
  }
  expect(backend('Twelve years in, trains')).toEqual([
    'backend-developer/one: no example of a beginner',
  ])
  for (const label of ['Graduate, trains', 'Former cook, first job', 'Final-year student']) {
    expect(backend(label)).toEqual([])
  }
})
