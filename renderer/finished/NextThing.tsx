import { useState } from 'react'
import { useCommands } from '../keys/useCommands'
import { SAME_INTENT_MS } from '../lib/oneIntent'
import { Button } from '../ui/Button'

interface NextThingProps {
  readonly onGo: () => void
  readonly children: string
}

/** The one thing to do next; Enter does it wherever the focus is not on something of its own. */
export function NextThing({ onGo, children }: NextThingProps) {
  // Whoever finished the session by pressing Enter twice has not read this yet.
  const [shownAtMs] = useState(() => performance.now())
  useCommands({
    goOn: () => {
      if (performance.now() - shownAtMs >= SAME_INTENT_MS) onGo()
    },
  })
  return (
    <Button look="primary" command="goOn" onClick={onGo}>
      {children}
    </Button>
  )
}
