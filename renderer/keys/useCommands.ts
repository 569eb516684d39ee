import { useEffect, useEffectEvent } from 'react'
import { addScope, type Handlers, type Layer } from './keyboard'

/**
 * Carries out commands of the keymap while the calling component is there. Handlers may change with
 * every render; one that is undefined leaves its key to others.
 */
export function useCommands(handlers: Handlers, layer: Layer = 'screen'): void {
  const current = useEffectEvent(() => handlers)
  useEffect(() => addScope({ layer, handlers: () => current() }), [layer])
}
