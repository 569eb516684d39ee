import { hasQuestionMark } from '../../../shared/questionLists/paste/tone'

/** "Q:" and "A:" at the beginnings of lines: the plain text's reader knows them. */
export function hasLabels(body: string): boolean {
  const asked = body.match(/^(?:[-*]\s+)?(?:\*\*)?(?:Q|Question)\s?\d{0,4}\s?[:.)]/gmu)?.length ?? 0
  const answered =
    body.match(/^(?:[-*]\s+)?(?:\*\*)?(?:A|Ans|Answer)\s?\d{0,4}\s?[:.)]/gmu)?.length ?? 0
  return asked > 0 && answered > 0 && !hasQuestionMark(/^#{1,6}\s.*$/mu.exec(body)?.[0] ?? '')
}
