import type { Mark } from '../../../shared/marks'

/* The marks of a take as the page holds them: in the order of the answer, as main lists them. */

/** Puts a mark in its place, new or changed. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...withoutMark(marks, mark.id), mark].toSorted(
    (one, other) => one.atMs - other.atMs || (one.id < other.id ? -1 : 1),
  )
}

export function withoutMark(marks: readonly Mark[], markId: string): readonly Mark[] {
  return marks.filter(({ id }) => id !== markId)
}

/** The mark before (-1) or after (1) this one; itself at either end. */
export function besideMark(marks: readonly Mark[], markId: string, step: -1 | 1): Mark | undefined {
  const index = marks.findIndex(({ id }) => id === markId)
  return marks[index + step] ?? marks[index]
}
