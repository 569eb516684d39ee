import type { RequestOutput } from '../../../shared/contract'
import type { PackSummary } from '../../../shared/model'
import { DeleteDialog } from './DeleteDialog'
import { MoveDialog } from './MoveDialog'
import type { SelectedAction } from './selectedAction'
import { TagDialog } from './TagDialog'

interface SelectedDialogsProps {
  readonly action: SelectedAction | null
  readonly packs: readonly PackSummary[]
  readonly tags: RequestOutput<'tags.list'>
  readonly onDelete: (questionIds: readonly string[], withTakes: boolean) => void
  /** It is done: what was checked has been dealt with. */
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks how, before something is done with the checked questions. */
export function SelectedDialogs({ action, packs, tags, ...on }: SelectedDialogsProps) {
  switch (action?.kind) {
    case undefined:
      return null
    case 'move':
      return <MoveDialog rows={action.rows} packs={packs} {...on} />
    case 'tag':
      return <TagDialog rows={action.rows} tags={tags} {...on} />
    case 'delete':
      return <DeleteDialog rows={action.rows} {...on} />
  }
}
