import { ANSWER_LIMITS_MS, THINK_TIMES_MS } from '../../../shared/mock/mockDefaults'
import type { MockSettings } from '../../../shared/mock/mockSettings'
import { count } from '../../lib/format'

export const THINK_CHOICES = THINK_TIMES_MS.map((thinkMs) => ({
  thinkMs,
  value: String(thinkMs),
  name: thinkMs === 0 ? 'None' : count(thinkMs / 1000, 'second'),
}))

const LIMITS: readonly MockSettings['limit'][] = ['question', ...ANSWER_LIMITS_MS, 'none']

export const LIMIT_CHOICES = LIMITS.map((limit) => ({
  limit,
  value: String(limit),
  name: limitName(limit),
}))

function limitName(limit: MockSettings['limit']): string {
  if (limit === 'question') return "The question's"
  return limit === 'none' ? 'None' : count(limit / 60_000, 'minute')
}
