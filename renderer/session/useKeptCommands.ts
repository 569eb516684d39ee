import { useEffect, useRef, useState } from 'react'
import type { CommandId } from '../../shared/keys/keymap'
import type { Take } from '../../shared/model'
import { perform } from '../keys/keyboard'
import { useCommands } from '../keys/useCommands'

/** What has a meaning only for the take that is being saved. */
const FOR_THE_TAKE = ['play', 'rate', 'rubric', 'best', 'example'] as const satisfies CommandId[]
type KeptId = (typeof FOR_THE_TAKE)[number]

export interface KeptCommands {
  /** What was asked for, in the order in which it will be done. */
  readonly kept: readonly KeptId[]
  /** The take is on the disk, and will be on the screen soon. */
  readonly saved: (take: Take) => void
  /** The page turns: what is not done by now is not meant for what comes. */
  readonly forget: () => void
}

/** What needs the take and not the screen: it is done whatever comes next, another take or question. */
interface TakeWays {
  readonly rate: (take: Take, nth: number) => void
  readonly best: (take: Take) => void
}

function needsNoScreen(command: KeptId): command is keyof TakeWays {
  return command === 'rate' || command === 'best'
}

/**
 * Keeps what is asked of a take that is not saved yet (Space right after Stop). The take is rated when
 * it is saved; what plays or opens waits until it is on the screen. Asked once more, it is taken back;
 * another rating takes the place of the first.
 */
export function useKeptCommands(
  isSaving: boolean,
  shownId: string | undefined,
  ways: TakeWays,
): KeptCommands {
  const [kept, setKept] = useState<readonly { command: KeptId; nth: number }[]>([])
  const savedId = useRef<string | null>(null)

  const keep = (command: KeptId) => (nth: number) =>
    setKept((before) => {
      const others = before.filter((one) => one.command !== command)
      const isAgain = before.some((one) => one.command === command && one.nth === nth)
      return isAgain ? others : [...others, { command, nth }]
    })
  useCommands(
    isSaving ? Object.fromEntries(FOR_THE_TAKE.map((command) => [command, keep(command)])) : {},
  )

  useEffect(() => {
    if (isSaving) savedId.current = null
  }, [isSaving])
  useEffect(() => {
    if (isSaving || kept.length === 0) return
    // Its player is there: what is below has done its own effects by now.
    if (savedId.current === shownId) {
      for (const { command, nth } of kept) if (!needsNoScreen(command)) perform(command, nth)
    } else if (savedId.current !== null) return
    setKept([])
  }, [isSaving, shownId, kept])

  return {
    kept: kept.map(({ command }) => command),
    saved: (take) => {
      savedId.current = take.id
      for (const { command, nth } of kept) if (needsNoScreen(command)) ways[command](take, nth)
      setKept((before) => before.filter(({ command }) => !needsNoScreen(command)))
    },
    forget: () => setKept([]),
  }
}
