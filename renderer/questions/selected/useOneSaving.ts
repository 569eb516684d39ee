import { useState } from 'react'

export type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'failed'; error: unknown }

/** Saves what a dialog says, once at a time; when it is saved the dialog is done. */
export function useOneSaving(
  onDone: () => void,
): readonly [Saving, save: (act: () => Promise<void>) => void] {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const save = (act: () => Promise<void>) => {
    if (saving.state === 'saving') return
    setSaving({ state: 'saving' })
    act().then(onDone, (error: unknown) => setSaving({ state: 'failed', error }))
  }
  return [saving, save]
}
