import { expect, test } from 'vitest'
import { parsePack, type Pack, type PackQuestion } from '../../../../shared/pack'
import { markOf, packFaults, TO_ASK } from './packFaults'

/** So many words, none of which is anywhere else. */
const said = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ')

/** A card in order; every id has words of its own. */
const card = (id: string, changes: Partial<PackQuestion> = {}): Partial<PackQuestion> => ({
  id,
  question: 'What did you build?',
  whyTheyAsk: said(`${id}why`, 30),
  exampleAnswers: [{ label: `Cook, ${id}`, text: said(`${id}cook`, 150) }],
  talkingPoints: ['The result'],
  pitfalls: ['No numbers'],
  followUps: ['And then?', 'Who paid?'],
  tags: ['experience'],
  targetSeconds: [60, 120],
  ...changes,
})

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
const example = (label: string, count: number) => ({
  exampleAnswers: [{ label, text: said('word', count) }],
})

test('cards in order have no faults', () => {
  const other = pack([card('three')], 'other')
  expect(packFaults([pack([card('one'), card('two')]), other])).toEqual([])
})

test.each<[string, 'short' | 'long' | null]>([
  ['Short: cook', 'short'],
  ['Cook, two years in (short)', 'short'],
  ['Long: cook', 'long'],
  ['Cook (Long)', 'long'],
  ['Short-order cook', null],
  ['Cook who has been in it for long', null],
])('the example of “%s” is marked: %s', (label, mark) => {
  expect(markOf(label)).toBe(mark)
})

test.each<[string, number]>([
  ['Short: cook', 40],
  ['Cook (short)', 60],
  ['Cook', 110],
  ['Cook', 190],
  ['Long: cook', 200],
  ['Cook (long)', 260],
])('an example of “%s” may have %i words', (label, count) => {
  expect(faultsOf(card('one', example(label, count)))).toEqual([])
})

test.each<[string, number, string]>([
  ['Short: cook', 39, '40 to 60'],
  ['Cook (short)', 61, '40 to 60'],
  ['Cook', 109, '110 to 190'],
  ['Cook', 191, '110 to 190'],
  ['Long: cook', 199, '200 to 260'],
  ['Cook (long)', 261, '200 to 260'],
])('an example of “%s” may not have %i words', (label, count, allowed) => {
  expect(faultsOf(card('one', example(label, count)))).toEqual([
    `trial/one: “${label}” has ${count} words, not ${allowed}`,
  ])
})

test('what is asked is shorter than what is answered', () => {
  const asked = (count: number) => card('one', { tags: [TO_ASK], ...example('Cook', count) })
  expect([65, 110].flatMap((count) => faultsOf(asked(count)))).toEqual([])
  expect([64, 111].flatMap((count) => faultsOf(asked(count)))).toEqual([
    'trial/one: “Cook” has 64 words, not 65 to 110',
    'trial/one: “Cook” has 111 words, not 65 to 110',
  ])
})

test('an example takes no longer than the answer should, read at 150 words a minute', () => {
  const within = (longest: number) =>
    faultsOf(card('one', { ...example('Cook', 150), targetSeconds: [30, longest] }))
  expect(within(60)).toEqual([])
  expect(within(59)).toEqual(['trial/one: “Cook” takes 60 s, more than 59'])
})

const NINE = "We moved the rule, and it's been quiet since."
const EIGHT = 'moved the rule and it’s been quiet since'
const SEVEN = 'the rule and it’s been quiet since'

test.each<[string, Partial<PackQuestion>]>([
  ['a follow-up', { followUps: [`Why has it ${EIGHT}?`, 'Who paid?'] }],
  ['a bullet', { talkingPoints: [EIGHT.toUpperCase()] }],
  ['a pitfall', { pitfalls: [EIGHT] }],
  ['why they ask', { whyTheyAsk: `They ${EIGHT}, all of them` }],
  ['an example', { exampleAnswers: [{ label: 'Nurse', text: `${EIGHT} ${said('more', 120)}` }] }],
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
  const split = card('two', { talkingPoints: [first, second] })
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
    { exampleAnswers: [{ label: 'Cook', text: `${said('word', 120)} synergy` }] },
    { talkingPoints: ['Synergy'] },
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
  const cook = card('one', example('Cook, two years in', 150))
  const again = (label: string) =>
    pack([card('two', { exampleAnswers: [{ label, text: said('other', 50) }] })], 'other')
  for (const label of ['Short: cook, two years in', 'Cook, two years in (short)']) {
    expect(packFaults([pack([cook]), again(label)])).toEqual([
      `other/two: “${label}” speaks in trial/one already`,
    ])
  }
})

test('a label is there once also on one card', () => {
  const exampleAnswers = ['here', 'there'].map((name) => ({ label: 'Cook', text: said(name, 150) }))
  expect(faultsOf(card('one', { exampleAnswers }))).toEqual([
    'trial/one: “Cook” speaks in trial/one already',
  ])
})

test.each<[string[]]>([[[]], [['And then?']]])('a card needs two follow-ups: %j', (followUps) => {
  expect(faultsOf(card('one', { followUps }))).toEqual([
    `trial/one: ${followUps.length} follow-ups, not 2`,
  ])
})
