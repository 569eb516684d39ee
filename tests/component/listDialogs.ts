import { screen, within } from '@testing-library/react'
import type { PackSummary } from '../../shared/model'
import type { ImportRow } from '../../shared/questions/questionFields'
import type { FakeBridge } from './fakeBridge'

/* What the dialogs about lists of questions have in common. */

export function pack(id: string, fields: Partial<PackSummary> = {}): PackSummary {
  return {
    id,
    kind: 'own',
    title: id,
    description: '',
    language: 'en',
    questionCount: 3,
    lastPractised: null,
    ...fields,
  }
}

export const BUILT_IN = pack('backend-developer', { kind: 'built-in', title: 'Backend Developer' })

export const button = (name: string | RegExp) => screen.getByRole('button', { name })

/** The rows of a list, as they read. */
export function rowsOf(name: string): (string | null)[] {
  const list = screen.getByRole('list', { name })
  return within(list)
    .getAllByRole('listitem')
    .map((row) => row.textContent)
}

/** What main was asked to bring in, the last time. */
export function broughtIn(bridge: FakeBridge) {
  const { into, rows } = bridge.inputs('questions.import').at(-1)!
  return { into, rows: JSON.parse(new TextDecoder().decode(rows)) as ImportRow[] }
}
