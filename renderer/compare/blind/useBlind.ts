import { useState } from 'react'
import type { Choice } from '../../../shared/questionHistory'
import { request } from '../../api'
import { useReport } from '../../ui/Undo'
import { type BlindOrder, type Sign, signOf } from './blindOrder'
import { type Letter, otherLetter, type Sides } from '../sides/sides'

/** How far the person is in finding out which take is better without knowing which is which. */
export type BlindState =
  | { state: 'off' }
  | { state: 'listening'; order: BlindOrder }
  | { state: 'told'; sign: Sign; better: Letter; choices: readonly Choice[] }

export interface Blind {
  readonly now: BlindState
  readonly begin: (order: BlindOrder) => void
  /** Goes back without a choice. */
  readonly stop: () => void
  /** Keeps that this one is better, then tells which it was. */
  readonly choose: (better: Letter) => void
}

interface BlindOptions {
  readonly sides: Sides
  /** Those before this one. */
  readonly choices: readonly Choice[]
  readonly onChosen: () => void
}

export function useBlind({ sides, choices, onChosen }: BlindOptions): Blind {
  const report = useReport()
  const [now, setNow] = useState<BlindState>({ state: 'off' })

  const choose = async (better: Letter) => {
    if (now.state !== 'listening') return
    const betterTakeId = sides[better].take.id
    const otherTakeId = sides[otherLetter(better)].take.id
    try {
      await request('questions.choose', { betterTakeId, otherTakeId })
    } catch (error) {
      // Nothing is told: it can be chosen again.
      report(error)
      return
    }
    const chosen = { betterTakeId, otherTakeId, chosenAtMs: Date.now() }
    const sign = signOf(now.order, better)
    setNow({ state: 'told', sign, better, choices: [chosen, ...choices] })
    onChosen()
  }

  return {
    now,
    begin: (order) => setNow({ state: 'listening', order }),
    stop: () => setNow({ state: 'off' }),
    choose: (better) => void choose(better),
  }
}
