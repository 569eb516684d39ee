import type { MockSource } from '../../../shared/mock/mockSettings'
import type { PackSummary } from '../../../shared/model'

/** Where questions may come from, as the menu says it. */
export interface SourceChoice {
  /** An option's value is always text. */
  readonly value: string
  readonly name: string
  readonly from: MockSource
  readonly questionCount: number
  /** In which they are asked. */
  readonly languages: readonly string[]
}

/** The pack of questions that one asks oneself: see mockQuestions of main. */
const ASKED_BY_ONESELF = 'questions-to-ask'

/** All, those of one's own, then each pack; what has no question to ask is left out. */
export function sourceChoices(packs: readonly PackSummary[]): SourceChoice[] {
  const own = packs.filter(({ kind }) => kind !== 'built-in')
  const all = packs.filter(({ id }) => id !== ASKED_BY_ONESELF)
  return [
    choice('scope', 'Everything I practise', { kind: 'scope' }, all),
    choice('own', 'My own questions', { kind: 'own' }, own),
    ...packs.map((pack) =>
      choice(`pack ${pack.id}`, pack.title, { kind: 'pack', packId: pack.id }, [pack]),
    ),
  ].filter(({ questionCount }) => questionCount > 0)
}

/** The one that was chosen last, if it is still there; else the first. */
export function chosenSource(
  choices: readonly SourceChoice[],
  from: MockSource,
): SourceChoice | undefined {
  return choices.find((each) => isSame(each.from, from)) ?? choices[0]
}

function isSame(one: MockSource, other: MockSource): boolean {
  if (one.kind !== 'pack' || other.kind !== 'pack') return one.kind === other.kind
  return one.packId === other.packId
}

function choice(
  value: string,
  name: string,
  from: MockSource,
  packs: readonly PackSummary[],
): SourceChoice {
  const asking = packs.filter(({ questionCount }) => questionCount > 0)
  return {
    value,
    name,
    from,
    questionCount: asking.reduce((sum, pack) => sum + pack.questionCount, 0),
    languages: [...new Set(asking.map(({ language }) => language))],
  }
}
