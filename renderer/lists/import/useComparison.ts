import { useCallback, useMemo } from 'react'
import type { ComparedRow } from '../../../shared/questionLists/compareRows'
import { importRowOf } from '../../../shared/questionLists/importRow'
import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import type { ImportRowInput } from '../../../shared/questions/questionFields'
import { request } from '../../api'
import { useAnswer, type Answer } from '../../lib/useAnswer'
import { bytesOf } from '../bringIn'
import { usePackTarget, type TargetChoice } from '../target/usePackTarget'

interface Read {
  /** Of the file. */
  readonly name: string
  readonly list: QuestionList
}

export interface Comparison {
  readonly target: TargetChoice
  /** For each question of the list, in its order; null as long as there is nothing to compare. */
  readonly rows: Answer<readonly ComparedRow[] | null>
  /** What is new or changes something, as main is asked to bring it in. */
  readonly toBringIn: readonly ImportRowInput[]
}

const NEW: ComparedRow = { state: 'new' }
const NOTHING: readonly ImportRowInput[] = []

/**
 * Compares a list that was read with the pack that it is to go into: the one into which it went
 * before, where there is one.
 * @param read null as long as there is no list
 */
export function useComparison(read: Read | null): Comparison {
  const likeliest = useLikeliestPack(read?.list ?? null)
  const target = usePackTarget({
    packId: likeliest.state === 'ready' ? likeliest.value : null,
    title: read && (read.list.title ?? withoutEnding(read.name)),
    language: read && (read.list.language ?? commonLanguage(read.list)),
    kind: 'imported',
  })
  const { pack, language } = target
  const packId = pack?.id ?? null
  const packLanguage = pack?.language ?? language
  const said = useMemo(() => {
    const languages = { list: language, pack: packLanguage }
    return read?.list.questions.map((question) => importRowOf(question, languages)) ?? NOTHING
  }, [read, language, packLanguage])
  const isKnown = likeliest.state !== 'loading'
  const ask = useCallback(async (): Promise<readonly ComparedRow[] | null> => {
    if (!isKnown || said.length === 0) return null
    if (packId === null) return said.map(() => NEW)
    return (await request('lists.compare', { rows: bytesOf(said), packId })).rows
  }, [isKnown, packId, said])
  const [rows] = useAnswer(ask)
  const toBringIn = useMemo(
    () => (rows.state === 'ready' && rows.value ? changingRows(said, rows.value) : NOTHING),
    [rows, said],
  )
  return { target, rows, toBringIn }
}

/** The pack into which this list was brought before; null where there is none. */
function useLikeliestPack(list: QuestionList | null): Answer<string | null> {
  const ask = useCallback(async () => {
    if (!list) return null
    const rows = list.questions.map((question) => importRowOf(question, { list: '', pack: '' }))
    return (await request('lists.likeliestPack', { rows: bytesOf(rows) })).packId
  }, [list])
  return useAnswer(ask)[0]
}

/** What is new or changes something: nothing has to be done for the others. */
function changingRows(
  said: readonly ImportRowInput[],
  compared: readonly ComparedRow[],
): readonly ImportRowInput[] {
  return said.flatMap((row, index) => {
    const found = compared[index]
    if (!found || found.state === 'unchanged') return []
    return [found.state === 'new' ? row : { ...row, questionId: found.questionId }]
  })
}

/** A table says of each question in which language it is. */
function commonLanguage({ questions }: QuestionList): string | null {
  const [first] = questions
  const isCommon = questions.every(({ language }) => language === first?.language)
  return isCommon ? (first?.language ?? null) : null
}

function withoutEnding(name: string): string | null {
  const bare = name.replace(/\.[^.]{1,15}$/u, '').trim()
  return bare === '' ? null : bare
}
