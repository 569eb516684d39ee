import { useState } from 'react'
import type { PackSummary, Settings } from '../../shared/model'
import { packsThatAsk } from '../../shared/practice/packsThatAsk'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'

/** What an interview is for: a pack of the app, or one's own questions alone (null). */
type Purpose = string | null

export interface PurposeState {
  /** Those of the app that can be chosen; empty until they are known. */
  readonly packs: readonly PackSummary[]
  readonly chosen: Purpose
  readonly choose: (purpose: Purpose) => void
  /** What to store of it; nothing as long as the packs are not known: main has a usual choice. */
  readonly settings: Partial<Pick<Settings, 'practiceScope'>>
}

const askPacks = () => request('packs.list')
const NO_PACKS: readonly PackSummary[] = []

/** One is chosen already, so that "Get started" works at once. One's own questions always count. */
export function usePurpose(): PurposeState {
  const [answer] = useAnswer(askPacks)
  const [wanted, choose] = useState<Purpose | undefined>(undefined)
  const packs = answer.state === 'ready' ? answer.value.filter(canBePurpose) : NO_PACKS
  const chosen = wanted === undefined ? (packs[0]?.id ?? null) : wanted
  const practiceScope = { packIds: chosen === null ? [] : [chosen], includesOwn: true }
  return { packs, chosen, choose, settings: answer.state === 'ready' ? { practiceScope } : {} }
}

function canBePurpose({ id, kind }: PackSummary): boolean {
  return kind === 'built-in' && packsThatAsk([id]).length > 0
}
