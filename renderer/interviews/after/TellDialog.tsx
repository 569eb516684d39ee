import { useState } from 'react'
import type { Interview } from '../../../shared/interviews/interview'
import { count } from '../../lib/format'
import { PasteDialog } from '../../lists/paste/PasteDialog'
import { useSettings } from '../../settings/SettingsContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SearchField } from '../../ui/search/SearchField'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { AskedList } from './AskedList'
import styles from './TellDialog.module.css'
import { useTelling } from './useTelling'

interface TellDialogProps {
  readonly interview: Interview
  /** It is stored. */
  readonly onTold: (interview: Interview) => void
  readonly onClose: () => void
}

/** What they asked is ticked, and what was new is pasted. Each tick is stored at once. */
export function TellDialog({ interview, onTold, onClose }: TellDialogProps) {
  const { settings } = useSettings()
  const [isOpen, setIsOpen] = useState(true)
  const [isPasting, setIsPasting] = useState(false)
  const [query, setQuery] = useState('')
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const { asked, tell } = useTelling(interview, onTold, (error) => setTrouble({ error }))
  // A row that is ticked stays where it stands.
  const [first, setFirst] = useState(asked)

  const tick = (questionId: string, isAsked: boolean) => {
    setTrouble(null)
    void tell((before) =>
      isAsked ? [...before, questionId] : before.filter((id) => id !== questionId),
    )
  }
  const finish = async () => {
    // Also that nothing of it was asked.
    if (interview.toldAtMs !== null || (await tell((before) => before))) setIsOpen(false)
  }
  return (
    <>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
        title="What they asked"
        buttons={{
          main: (
            <Button look="primary" onClick={() => void finish()}>
              Done
            </Button>
          ),
          other: <Button onClick={() => setIsPasting(true)}>Paste questions</Button>,
        }}
      >
        <p className={styles['about']}>
          Tick what they asked, and paste what was new. These questions get the tag “asked” and come
          first from now on.
        </p>
        <SearchField name="Search questions" value={query} onChange={setQuery} />
        <AskedList
          scope={interview.scope ?? settings.practiceScope}
          query={query}
          first={first}
          asked={asked}
          onTick={tick}
        />
        <p className={styles['amount']}>{count(asked.length, 'question')} asked</p>
        {trouble && <Trouble {...troubleOf(trouble.error)} />}
      </Dialog>
      {isPasting && (
        <PasteDialog
          packId={null}
          onAdded={({ addedIds }) => {
            setTrouble(null)
            setQuery('')
            setFirst([...addedIds, ...asked])
            void tell((before) => [...before, ...addedIds])
          }}
          onClose={() => setIsPasting(false)}
        />
      )}
    </>
  )
}
