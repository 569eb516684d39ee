import { ListError } from '../../shared/questionLists/listProblem'
import { dotted } from './listBuilder'

/** Names that would reach into every object of the program, if they were ever used as a key. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** @throws {ListError} FORBIDDEN_KEY */
export function checkColumnName(name: string, row: number): void {
  if (!FORBIDDEN.has(name.trim().toLowerCase())) return
  const happened = `A column is called "${name.trim()}", which programs use for themselves.`
  throw new ListError('FORBIDDEN_KEY', { row, path: name.trim(), happened })
}

/**
 * Looks through what JSON.parse made, which keeps such keys as harmless ones of the object itself.
 * @throws {ListError} FORBIDDEN_KEY with the path, and the row where it is in a question
 */
export function checkKeys(json: unknown): void {
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: json, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      const step = Array.isArray(value) ? Number(key) : key
      if (FORBIDDEN.has(key)) {
        const happened = `There is a key called "${key}", which programs use for themselves.`
        const row = rowOfPath(path)
        throw new ListError('FORBIDDEN_KEY', { row, path: dotted([...path, step]), happened })
      }
      waiting.push({ value: (value as Record<string, unknown>)[key], path: [...path, step] })
    }
  }
}

/** The number of the question that a path in a pack leads into. */
export function rowOfPath(path: readonly PropertyKey[]): number | undefined {
  const [first, second] = path
  return first === 'questions' && typeof second === 'number' ? second + 1 : undefined
}
