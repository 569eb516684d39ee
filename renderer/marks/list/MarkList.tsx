import { useEffect, useRef, useState } from 'react'
import { OneIntent } from '../../lib/oneIntent'
import { useAnnounce } from '../../ui/Announcer'
import { formatTenths } from '../../lib/format'
import styles from './MarkList.module.css'
import { MarkRow } from './MarkRow'
import { splitTime } from '../shares/splitTime'
import { useMarkEditing } from './useMarkEditing'
import type { Marking } from '../useMarking'

/** A table of contents of the answer: when, what, and a few words. */
export function MarkList({ marking }: { readonly marking: Marking }) {
  const announce = useAnnounce()
  const list = useRef<HTMLUListElement>(null)
  const [deleting] = useState(() => new OneIntent())
  const edit = useMarkEditing(marking, {
    focusOn: ({ id }) => list.current?.querySelector<HTMLElement>(`#${rowId(id)} button`)?.focus(),
    onMove: (atMs) => announce(formatTenths(atMs)),
  })

  // Of many marks a new one is in sight; only the list scrolls for that, not the page.
  const newestId = marking.marks.reduce((newest, { id }) => (id > newest ? id : newest), '')
  const seenId = useRef(newestId)
  useEffect(() => {
    if (newestId <= seenId.current) return
    seenId.current = newestId
    const row = list.current?.querySelector<HTMLElement>(`#${rowId(newestId)}`)
    if (list.current && row) list.current.scrollTop = row.offsetTop - list.current.offsetTop
  }, [newestId])

  const parts = splitTime(marking.marks, marking.durationMs)
  return (
    <ul ref={list} aria-label="Marks" className={styles['list']}>
      {marking.marks.map((mark) => (
        <MarkRow
          key={mark.id}
          id={rowId(mark.id)}
          mark={mark}
          share={parts.find((part) => part.kind === mark.kind && part.fromMs === mark.atMs)?.share}
          marking={marking}
          deleting={deleting}
          onKey={edit}
        />
      ))}
    </ul>
  )
}

/** An id that begins with a digit is none in CSS. */
function rowId(markId: string): string {
  return `mark-${markId}`
}
