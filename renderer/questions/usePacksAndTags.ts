import { useCallback } from 'react'
import type { RequestOutput } from '../../shared/contract'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'

type Packs = RequestOutput<'packs.list'>
type Tags = RequestOutput<'tags.list'>

/** What one can choose from in the fields above the list; empty until it is known. */
export function usePacksAndTags(): { readonly packs: Packs; readonly tags: Tags } {
  const [packs] = useAnswer(useCallback(() => request('packs.list'), []))
  const [tags] = useAnswer(useCallback(() => request('tags.list'), []))
  return {
    packs: packs.state === 'ready' ? packs.value : NO_PACKS,
    tags: tags.state === 'ready' ? tags.value : NO_TAGS,
  }
}

const NO_PACKS: Packs = []
const NO_TAGS: Tags = []
