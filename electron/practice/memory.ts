import { computeDecayFactor, FSRS } from 'ts-fsrs'
import type { Rating } from '../../shared/model'

/** How well a question is remembered, by how it was rated. */
export interface Memory {
  /** Days until nine in ten would still remember. */
  stability: number
  /** From 1 to 10. */
  difficulty: number
}

/*
 * The library counts in whole days here: it knows no steps of minutes within one, and leaves nothing
 * to chance, so that the same takes always give the same plan. When a question is due, and which one
 * of those that are, is decided in rules.ts: the library would ask for a forgotten answer again after
 * five days, and knows neither an evening nor an interview.
 */
const MODEL = new FSRS({ enable_short_term: false, enable_fuzz: false })

/** @param days since it was last said; of no account for the first rating */
export function rated(memory: Memory | null, days: number, rating: Rating): Memory {
  const { stability, difficulty } = MODEL.next_state(memory, Math.max(days, 1), rating)
  return { stability, difficulty }
}

const { decay: DECAY, factor: FACTOR } = computeDecayFactor(MODEL.parameters.w)

/**
 * How likely it is still known after so many days, from 0 to 1: the library's own curve. It works out
 * its constants and rounds each time that it is asked, and a large library asks ten thousand times.
 */
export function recall({ stability }: Pick<Memory, 'stability'>, days: number): number {
  return (1 + (FACTOR * Math.max(days, 0)) / stability) ** DECAY
}

/**
 * What is assumed of a question that was said but never rated: as much as of one that went hard. It
 * was said, but nobody knows whether it was learned, so it comes again soon.
 */
export const UNRATED: Memory = rated(null, 0, 2)
