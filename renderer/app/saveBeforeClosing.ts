/*
 * What is saved a moment after the last letter is saved before the window goes, too: what a page
 * sends while it is unloaded reaches nobody. The first try to close it is refused, what is waiting
 * is sent, and then the page closes itself.
 */

/** Sends what is waiting; null when nothing is, and nothing is on its way. */
type Saving = () => Promise<unknown> | null

/** Whoever closes a window waits no longer than this for main. */
const PATIENCE_MS = 3000

const savings = new Set<Saving>()
let state: 'idle' | 'saving' | 'closing' = 'idle'

/** Calls this before the window closes, until the returned function is called. */
export function saveBeforeClosing(saving: Saving): () => void {
  if (savings.size === 0) window.addEventListener('beforeunload', onBeforeUnload)
  savings.add(saving)
  return () => {
    savings.delete(saving)
    if (savings.size === 0) window.removeEventListener('beforeunload', onBeforeUnload)
  }
}

function onBeforeUnload(event: BeforeUnloadEvent): void {
  if (state === 'closing') {
    state = 'idle'
    return
  }
  if (state === 'saving') {
    event.preventDefault()
    return
  }
  const sent = [...savings].map((saving) => saving()).filter((one) => one !== null)
  if (sent.length === 0) return
  event.preventDefault()
  state = 'saving'
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  void Promise.race([Promise.allSettled(sent), patience]).then(() => {
    state = 'closing'
    window.close()
  })
}
