import type { MockSource } from '../../../shared/mock/mockSettings'
import type { PackSummary } from '../../../shared/model'
import { packsThatAsk } from '../../../shared/practice/packsThatAsk'
import type { PracticeScope } from '../../../shared/practice/scope'

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

/** What one practises for, what is one's own, then each pack; what has no question to ask is left out. */
export function sourceChoices(
  packs: readonly PackSummary[],
  scope: PracticeScope | null,
): SourceChoice[] {
  const own = packs.filter(({ kind }) => kind !== 'built-in')
  return [
    choice('scope', 'What I practise for', { kind: 'scope' }, practised(packs, scope)),
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

/** As practisedPacks of main has it: where nobody has said, or those are gone, all that ask. */
function practised(
  packs: readonly PackSummary[],
  scope: PracticeScope | null,
): readonly PackSummary[] {
  const usual = new Set(packsThatAsk(packs.map(({ id }) => id)))
  const chosen = packs.filter(({ id, kind }) =>
    scope
      ? scope.packIds.includes(id) || (scope.includesOwn && kind !== 'built-in')
      : usual.has(id),
  )
  const areGone = chosen.length === 0 && scope !== null && scope.packIds.length > 0
  return areGone ? packs.filter(({ id }) => usual.has(id)) : chosen
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
