import { useId, useRef, useState } from 'react'
import type { PackSummary, Question } from '../../../shared/model'
import type { PackTarget } from '../../../shared/questions/questionFields'
import { request } from '../../api'
import { go } from '../../app/route'
import { USUAL_PACK_TITLE } from '../../questionForm/values/formValues'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useReport } from '../../ui/Undo'
import styles from './CopyToMyPack.module.css'

/** Makes one's own of a question of the app, and goes there; asks into which pack where there are several. */
export function CopyToMyPack({ question }: { readonly question: Question }) {
  const announce = useAnnounce()
  const report = useReport()
  const [packs, setPacks] = useState<readonly PackSummary[] | null>(null)

  const isCopying = useRef(false)

  const copy = async (into: PackTarget, title: string) => {
    const { questionIds } = await request('questions.copy', { questionIds: [question.id], into })
    announce(`Copied to ${title}`)
    if (questionIds[0] !== undefined) go({ screen: 'question', questionId: questionIds[0] })
  }
  const begin = async () => {
    const own = (await request('packs.list')).filter(({ kind }) => kind !== 'built-in')
    const [first] = own
    if (own.length > 1) setPacks(own)
    else if (first) await copy({ packId: first.id }, first.title)
    else await copy({ title: USUAL_PACK_TITLE, language: question.language }, USUAL_PACK_TITLE)
  }
  return (
    <>
      <Button
        onClick={() => {
          // A second press would make a second copy.
          if (isCopying.current) return
          isCopying.current = true
          begin()
            .catch(report)
            .finally(() => (isCopying.current = false))
        }}
      >
        Copy to my pack
      </Button>
      {packs && (
        <ChoosePack
          packs={packs}
          onChosen={({ id, title }) => void copy({ packId: id }, title).catch(report)}
          onClose={() => setPacks(null)}
        />
      )}
    </>
  )
}

interface ChoosePackProps {
  readonly packs: readonly PackSummary[]
  readonly onChosen: (pack: PackSummary) => void
  readonly onClose: () => void
}

function ChoosePack({ packs, onChosen, onClose }: ChoosePackProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(true)
  const [packId, setPackId] = useState(packs[0]?.id)
  const chosen = packs.find((pack) => pack.id === packId)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onClose}
      title="Copy to my pack"
      buttons={{
        main: (
          <Button
            look="primary"
            onClick={() => {
              setIsOpen(false)
              if (chosen) onChosen(chosen)
            }}
          >
            Copy
          </Button>
        ),
        other: <Button onClick={() => setIsOpen(false)}>Cancel</Button>,
      }}
    >
      <div className={styles['choice']}>
        <label htmlFor={id}>Pack</label>
        <select id={id} value={packId} onChange={({ target }) => setPackId(target.value)}>
          {packs.map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.title}
            </option>
          ))}
        </select>
      </div>
    </Dialog>
  )
}
