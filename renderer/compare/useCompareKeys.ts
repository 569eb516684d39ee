import { useEffect, useEffectEvent } from 'react'
import { isPressable, isTyping, keyOf } from '../keys/keys'

/** What single keys do while two takes are compared, by the key as `keyOf` names it. */
export type CompareKeys = Readonly<Record<string, () => void>>

const BRACKETS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' }

export function useCompareKeys(keys: CompareKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[nameOf(event)]
    if (!action || isTyping(event.target) || isTaken(event)) return
    event.preventDefault()
    // Held down it repeats: only moving goes on.
    if (!event.repeat || event.key.startsWith('Arrow')) action()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Brackets go by their place too: many layouts have other signs there, or need AltGr for these. */
function nameOf(event: KeyboardEvent): string {
  const key = keyOf(event)
  if (key === '[' || key === ']') return key
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return ''
  return BRACKETS[event.code] ?? key
}

/** A slider has the arrows for itself, and a button the space bar. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (key === ' ') return isPressable(target)
  return key.startsWith('Arrow') && target instanceof HTMLInputElement
}
