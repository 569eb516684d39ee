import type { Take } from '../../shared/model'

/** "Follow-up: And who paid for it?"; null for a take that answers the question itself. */
export function followUpWords({ followUp }: Pick<Take, 'followUp'>): string | null {
  return followUp === '' ? null : `Follow-up: ${followUp}`
}
