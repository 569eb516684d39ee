import { useEffect, useState } from 'react'
import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import type { ListProblem } from '../../../shared/questionLists/listProblem'
import { readList } from './readList'

/** How it stands with the file that is to be imported. */
export type Reading =
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly name: string; readonly problem: ListProblem }
  | { readonly state: 'failed'; readonly name: string; readonly error: unknown }
  | { readonly state: 'read'; readonly name: string; readonly list: QuestionList }

/** Reads the files that are chosen; what comes of earlier ones is forgotten. */
export function useReadList(files: readonly File[] | null): Reading {
  const [last, setLast] = useState<{ files: readonly File[]; reading: Reading } | null>(null)
  const name = files?.[0]?.name ?? ''
  useEffect(() => {
    if (!files) return
    let isLatest = true
    const settle = (reading: Reading) => {
      if (isLatest) setLast({ files, reading })
    }
    readList(files).then(
      (outcome) =>
        settle(
          outcome.ok
            ? { state: 'read', name, list: outcome.list }
            : { state: 'refused', name, problem: outcome.problem },
        ),
      (error: unknown) => settle({ state: 'failed', name, error }),
    )
    return () => {
      isLatest = false
    }
  }, [files, name])
  if (!files) return { state: 'waiting' }
  return last?.files === files ? last.reading : { state: 'reading', name }
}
