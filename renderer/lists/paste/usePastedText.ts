import { useEffect, useRef, useState } from 'react'
import { MAX_PASTED_DRAFT_CHARACTERS, PASTED_DRAFT_ID } from '../../../shared/defaults'
import { request } from '../../api'
import { saveBeforeClosing } from '../../app/saveBeforeClosing'
import { DraftKeeper } from '../../questionForm/draftKeeper'
import { useReport } from '../../ui/Undo'

const OF = { questionId: PASTED_DRAFT_ID }

export interface PastedText {
  readonly text: string
  /** It stood here before, and was not added. */
  readonly isFound: boolean
  readonly change: (text: string) => void
  /** It was added: nothing of it is kept. */
  readonly discard: () => void
  /** Why it is not kept; null: it is. */
  readonly failure: unknown
}

/** A text that is longer than a draft may be outlives the dialog, but not the app. */
let long = ''

/**
 * What stands in the dialog "Paste questions" is on the disk a moment later, until it is added: Escape
 * is soon pressed, and so is the wrong button of a window.
 */
export function usePastedText(): PastedText {
  const report = useReport()
  const [text, setText] = useState(long)
  const [found, setFound] = useState(long)
  const [failure, setFailure] = useState<unknown>(null)
  const isTyped = useRef(long !== '')
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        {
          keep: (draft) => request('drafts.keep', { ...OF, draft }),
          discard: () => request('drafts.discard', OF),
          onFailure: setFailure,
        },
        false,
      ),
  )

  useEffect(() => {
    // Whoever pastes at once does not wait for what was there before.
    request('drafts.read', OF).then((draft) => {
      keeper.isThere(draft !== null)
      if (isTyped.current || !draft?.pasted) return
      setText(draft.pasted)
      setFound(draft.pasted)
    }, setFailure)
  }, [keeper])
  useEffect(() => {
    const forget = saveBeforeClosing(() => keeper.flushIfNeeded())
    return () => {
      forget()
      void keeper.flush()
    }
  }, [keeper])

  const change = (typed: string) => {
    isTyped.current = true
    setText(typed)
    const isLong = typed.length > MAX_PASTED_DRAFT_CHARACTERS
    long = isLong ? typed : ''
    keeper.change(typed.trim() === '' || isLong ? null : { pasted: typed })
  }
  const discard = () => {
    long = ''
    keeper.discard().catch(report)
  }
  return { text, isFound: found !== '' && text === found, change, discard, failure }
}
