import { isStaying } from '../../app/staying'
import { areKeysBlocked } from '../../keys/keyboard'

/*
 * Files that are dropped on the window: a list of questions, whatever screen is shown. While a take
 * is made, or another dialog is open, none is taken.
 */

export interface FileReceiver {
  readonly receive: (files: readonly File[]) => void
  /** It is a dialog, and takes files although it is open. */
  readonly isDialog: boolean
  /** Hears whether files are held above the window, whoever would get them. */
  readonly hover?: (isOver: boolean) => void
}

const receivers: FileReceiver[] = []
let stopListening: (() => void) | null = null

/** The newest receiver gets what is dropped, until the returned function is called. */
export function receiveFiles(receiver: FileReceiver): () => void {
  receivers.unshift(receiver)
  stopListening ??= listen()
  return () => {
    receivers.splice(receivers.indexOf(receiver), 1)
    if (receivers.length > 0) return
    stopListening?.()
    stopListening = null
  }
}

function ready(): FileReceiver | null {
  const [newest] = receivers
  if (!newest || isStaying()) return null
  return newest.isDialog || !areKeysBlocked() ? newest : null
}

function listen(): () => void {
  const onOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    // Whoever takes it or not: the file must not end up in a field.
    event.preventDefault()
    const receiver = ready()
    event.dataTransfer.dropEffect = receiver ? 'copy' : 'none'
    if (receiver) receivers.forEach(({ hover }) => hover?.(true))
  }
  const endHover = () => receivers.forEach(({ hover }) => hover?.(false))
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) endHover()
  }
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    endHover()
    if (files.length === 0) return
    event.preventDefault()
    ready()?.receive(files)
  }
  window.addEventListener('dragover', onOver)
  window.addEventListener('dragleave', onLeave)
  window.addEventListener('drop', onDrop)
  return () => {
    window.removeEventListener('dragover', onOver)
    window.removeEventListener('dragleave', onLeave)
    window.removeEventListener('drop', onDrop)
  }
}
