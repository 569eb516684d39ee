import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { tagsIn } from '../../../shared/questionLists/tidyText'

/** The contract's own limit, and as many as a dialog can show. */
const MAX_CHOICES = 20

/** The tags in what was typed, as many as can be given at once. */
export function typedTags(typed: string): string[] {
  return tagsIn(typed).slice(0, MAX_CHOICES)
}

/**
 * Tags that these questions have and that can be taken away, those of most of them first. What a
 * question of the app says itself stays.
 */
export function commonTags(rows: readonly QuestionRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { packKind, tags } of rows) {
    if (packKind === 'built-in') continue
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .slice(0, MAX_CHOICES)
    .map(([tag]) => tag)
}
