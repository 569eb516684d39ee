import { useState } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import type { PackSummary } from '../../../shared/model'
import type { PackTarget } from '../../../shared/questions/questionFields'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'
import { useSettings } from '../../settings/SettingsContext'
import { systemLanguage } from './languages'

export interface Suggested {
  /** Null: a new one. One that is not the person's own is none. */
  readonly packId: string | null
  /** Of a new pack. */
  readonly title: string | null
  readonly language: string | null
  readonly kind: 'own' | 'imported'
}

/** Where questions are to go, and in which language they are. */
export interface TargetChoice {
  /** Packs of one's own. */
  readonly packs: readonly PackSummary[]
  /** Null: a new one. */
  readonly pack: PackSummary | null
  readonly title: string
  readonly language: string
  readonly into: PackTarget
  readonly choosePack: (packId: string | null) => void
  readonly nameIt: (title: string) => void
  readonly chooseLanguage: (language: string) => void
  /** Back to what is suggested. */
  readonly reset: () => void
  /** Remembers the language for the next list. */
  readonly remember: () => void
}

const USUAL_TITLE = 'My questions'
const NONE: readonly PackSummary[] = []

/** What nobody has chosen yet is as suggested, also when that comes later. */
export function usePackTarget(suggested: Suggested): TargetChoice {
  const { settings, change } = useSettings()
  const [answer] = useAnswer(ownPacks)
  const [packId, choosePack] = useState<string | null | undefined>(undefined)
  const [typed, nameIt] = useState<string | null>(null)
  const [chosen, chooseLanguage] = useState<string | null>(null)

  const packs = answer.state === 'ready' ? answer.value : NONE
  const wanted = packId === undefined ? suggested.packId : packId
  const pack = packs.find(({ id }) => id === wanted) ?? null
  const usual = suggested.title ?? untaken(USUAL_TITLE, packs)
  const title = typed ?? usual.slice(0, MAX_SHORT_TITLE_CHARACTERS)
  const lastLanguage = settings.listLanguage ?? systemLanguage()
  const language = chosen ?? suggested.language ?? pack?.language ?? lastLanguage
  return {
    packs,
    pack,
    title,
    language,
    into: pack
      ? { packId: pack.id }
      : { title: title.trim() === '' ? usual : title, language, kind: suggested.kind },
    choosePack,
    nameIt,
    chooseLanguage,
    reset: () => {
      choosePack(undefined)
      nameIt(null)
      chooseLanguage(null)
    },
    remember: () => {
      if (language !== settings.listLanguage) {
        // Only a default for the next time: not worth a word when it cannot be stored.
        void change({ listLanguage: language }).catch(() => {})
      }
    },
  }
}

async function ownPacks(): Promise<PackSummary[]> {
  const packs = await request('packs.list')
  return packs.filter(({ kind }) => kind !== 'built-in')
}

/** "My questions", "My questions 2" ... */
function untaken(title: string, packs: readonly PackSummary[]): string {
  const taken = new Set(packs.map((pack) => pack.title))
  let number = 2
  if (!taken.has(title)) return title
  while (taken.has(`${title} ${String(number)}`)) number += 1
  return `${title} ${String(number)}`
}
