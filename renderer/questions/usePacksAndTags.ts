import { useCallback } from 'react'
import type { RequestOutput } from '../../shared/contract'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'
import type { QuestionLoader } from './list/questionLoader'

type Packs = RequestOutput<'packs.list'>
type Tags = RequestOutput<'tags.list'>

/**
 * What one can choose from in the fields above the list; empty until it is known. Counting tags
 * takes longer than the list itself, which comes first.
 */
export function usePacksAndTags({ whenShown }: QuestionLoader): {
  readonly packs: Packs
  readonly tags: Tags
} {
  const [packs] = useAnswer(
    useCallback(() => whenShown().then(() => request('packs.list')), [whenShown]),
  )
  const [tags] = useAnswer(
    useCallback(() => whenShown().then(() => request('tags.list')), [whenShown]),
  )
  return {
    packs: packs.state === 'ready' ? packs.value : NO_PACKS,
    tags: tags.state === 'ready' ? tags.value : NO_TAGS,
  }
}

const NO_PACKS: Packs = []
const NO_TAGS: Tags = []
