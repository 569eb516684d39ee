import { useEffect, useRef, useState } from 'react'
import type { Interview } from '../../../shared/interviews/interview'
import { request } from '../../api'

type Change = (asked: readonly string[]) => readonly string[]

interface Telling {
  readonly asked: readonly string[]
  /** Resolves with whether it is stored. */
  readonly tell: (change: Change) => Promise<boolean>
}

/** What is ticked is seen at once and stored one after the other; what was refused is not ticked. */
export function useTelling(
  { id: interviewId, askedQuestionIds }: Interview,
  onTold: (interview: Interview) => void,
  onFailed: (error: unknown) => void,
): Telling {
  const [asked, setAsked] = useState<readonly string[]>(askedQuestionIds)
  const wanted = useRef(asked)
  const stored = useRef(asked)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const isThere = useRef(true)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])

  const show = (questionIds: readonly string[]) => {
    wanted.current = questionIds
    setAsked(questionIds)
  }
  const tell = (change: Change): Promise<boolean> => {
    const questionIds = [...new Set(change(wanted.current))]
    show(questionIds)
    const telling = last.current.then(async () => {
      try {
        onTold(await request('interviews.tell', { interviewId, questionIds }))
        stored.current = questionIds
        return true
      } catch (error) {
        if (isThere.current) show(stored.current)
        onFailed(error)
        return false
      }
    })
    last.current = telling
    return telling
  }
  return { asked, tell }
}
