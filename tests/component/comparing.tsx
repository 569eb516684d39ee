import { act, render, screen, within } from '@testing-library/react'
import { onTestFinished, vi } from 'vitest'
import { CompareScreen, type CompareScreenProps } from '../../renderer/compare/CompareScreen'
import type { BlindOrder } from '../../renderer/compare/blind/blindOrder'
import type { QuestionHistory, ReviewedTake } from '../../shared/questionHistory'
import type { EndedTake } from '../../shared/endedTake'
import { AppFrame } from './appFrame'
import { fakeBridge, type FakeBridge } from './fakeBridge'
import { id, sampleQuestion, sampleTake } from './samples'
import { fakeSounds } from './fakeSounds'

export const QUESTION_ID = 'backend-developer/question-1'

/** A take as the screen is told of it: not measured, not marked. */
export function reviewed(
  number: number,
  change: Partial<EndedTake> = {},
  heard: Partial<ReviewedTake> = {},
): ReviewedTake {
  const take = { ...sampleTake(number, { questionId: QUESTION_ID }), ...change }
  return {
    take,
    measures: null,
    marks: [],
    rubric: { answered: null, concrete: null, followable: null, natural: null },
    ...heard,
  }
}

export function markOf(
  take: ReviewedTake,
  number: number,
  kind: 'result' | 'filler',
  atMs: number,
) {
  return { id: id(5000 + number), takeId: take.take.id, kind, atMs, note: '' }
}

interface Shown {
  readonly bridge: FakeBridge
  /** What main knows; change it and tell the screen to ask again. */
  readonly history: QuestionHistory
  readonly sounds: ReturnType<typeof fakeSounds>
}

/** Compares the first take with the second, or what else is asked for. */
export async function compare(
  takes: ReviewedTake[],
  pair: Partial<CompareScreenProps> = {},
  order: BlindOrder = { X: 'A', Y: 'B' },
  language = 'en',
): Promise<Shown> {
  const sounds = fakeSounds()
  const history: QuestionHistory = {
    question: sampleQuestion(1, { id: QUESTION_ID, language }),
    packTitle: 'Backend Developer',
    takes,
    choices: [],
  }
  const bridge = fakeBridge({
    'questions.open': () => structuredClone(history),
    'questions.choose': (choice) => {
      history.choices.unshift({ ...choice, chosenAtMs: 1 })
    },
    'takes.keepAsBest': ({ takeId, isBest }) => {
      for (const { take } of history.takes) if (take.id === takeId) take.isBest = isBest
    },
    'takes.examine': ({ takeId }) => takes.find(({ take }) => take.id === takeId)!.take,
  })
  vi.stubGlobal('matchMedia', () => new EventTarget())
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  render(
    <AppFrame>
      <CompareScreen
        questionId={QUESTION_ID}
        takeA={takes[0]!.take.id}
        takeB={takes[1]?.take.id ?? 'example'}
        draw={() => order}
        {...pair}
      />
    </AppFrame>,
  )
  await act(async () => {})
  await screen.findByRole('heading', { level: 1 })
  return { bridge, history, sounds }
}

export const side = (letter: 'A' | 'B') =>
  within(screen.getByRole('region', { name: `Take ${letter}` }))

export const positionOf = (letter: 'A' | 'B') =>
  side(letter).getByRole<HTMLInputElement>('slider', { name: 'Position' })

export const said = () => screen.getByRole('status').textContent
