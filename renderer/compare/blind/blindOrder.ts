import type { Letter } from '../sides/sides'

/** The names of the two while nobody may know which is which. */
export type Sign = 'X' | 'Y'
export const SIGNS: readonly Sign[] = ['X', 'Y']

export type BlindOrder = Readonly<Record<Sign, Letter>>

/** Which of the two is X: one of the two ways, each as likely as the other. */
export function drawOrder(): BlindOrder {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
  return byte % 2 === 0 ? { X: 'A', Y: 'B' } : { X: 'B', Y: 'A' }
}

export function signOf(order: BlindOrder, letter: Letter): Sign {
  return order.X === letter ? 'X' : 'Y'
}
