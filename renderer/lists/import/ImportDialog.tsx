import { useEffect, useRef, useState } from 'react'
import { count, formatAmount } from '../../lib/format'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { bringIn, type BroughtIn } from '../bringIn'
import { receiveFiles } from '../drop/fileDrops'
import { TargetFields } from '../target/TargetFields'
import { BeforeReading } from './BeforeReading'
import { FileInput } from './FileInput'
import { ImportPreview } from './ImportPreview'
import { useComparison, type Comparison } from './useComparison'
import { useReadList } from './useReadList'

interface ImportDialogProps {
  /** What was dropped on the window; null: something is to be chosen. */
  readonly files: readonly File[] | null
  readonly onImported: (brought: BroughtIn) => void
  /** It is closed, also after something was imported. */
  readonly onClose: () => void
}

type Importing = { state: 'idle' } | { state: 'importing' } | { state: 'failed'; error: unknown }

/** A file becomes questions: chosen, or dropped on the window. First one sees what it would do. */
export function ImportDialog({ files: dropped, onImported, onClose }: ImportDialogProps) {
  const announce = useAnnounce()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(true)
  const [files, setFiles] = useState(dropped)
  const [importing, setImporting] = useState<Importing>({ state: 'idle' })
  const reading = useReadList(files)
  const comparison = useComparison(reading.state === 'read' ? reading : null)
  const { target } = comparison
  const choose = () => input.current?.click()

  const take = (chosen: readonly File[]) => {
    target.reset()
    setImporting({ state: 'idle' })
    setFiles(chosen)
  }
  useEffect(() => receiveFiles({ receive: take, isDialog: true }))
  // "Import" means: let me choose. The dialog stands behind what the system shows.
  useEffect(() => {
    if (!dropped) input.current?.click()
  }, [dropped])

  const importThem = async () => {
    if (importing.state === 'importing') return
    setImporting({ state: 'importing' })
    try {
      const brought = await bringIn(target.into, comparison.toBringIn)
      target.remember()
      setIsOpen(false)
      announce(importedWords(brought))
      onImported(brought)
    } catch (error) {
      setImporting({ state: 'failed', error })
    }
  }
  const close = <Button onClick={() => setIsOpen(false)}>Cancel</Button>
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Import"
      buttons={{
        main:
          reading.state === 'read' ? (
            <Button
              look="primary"
              disabled={comparison.toBringIn.length === 0}
              onClick={() => void importThem()}
            >
              {importWords(comparison)}
            </Button>
          ) : (
            <Button look="primary" onClick={choose}>
              {reading.state === 'waiting' ? 'Choose a file' : 'Choose another file'}
            </Button>
          ),
        other: close,
      }}
    >
      <FileInput ref={input} onChosen={take} />
      {reading.state === 'read' ? (
        <>
          <ImportPreview name={reading.name} list={reading.list} rows={comparison.rows} />
          <TargetFields target={target} />
        </>
      ) : (
        <BeforeReading reading={reading} />
      )}
      {importing.state === 'failed' && <Trouble {...troubleOf(importing.error)} />}
    </Dialog>
  )
}

function importWords({ rows, toBringIn }: Comparison): string {
  if (rows.state !== 'ready') return 'Import'
  return toBringIn.length === 0
    ? 'Nothing to import'
    : `Import ${count(toBringIn.length, 'question')}`
}

function importedWords({ addedIds, changedCount }: BroughtIn): string {
  const imported = `${count(addedIds.length, 'question')} imported`
  return changedCount === 0 ? imported : `${imported}, ${formatAmount(changedCount)} changed`
}
