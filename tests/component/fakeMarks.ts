import type { Mark } from '../../shared/marks'
import type { FakeBridge } from './fakeBridge'

/** Has the bridge keep marks as main does, in memory; answers with what is kept. */
export function keepMarks(bridge: FakeBridge, initial: readonly Mark[] = []): Map<string, Mark> {
  const kept = new Map(initial.map((mark) => [mark.id, mark]))
  let added = 0
  bridge.answer({
    'marks.list': ({ takeId }) =>
      [...kept.values()]
        .filter((mark) => mark.takeId === takeId)
        .toSorted((one, other) => one.atMs - other.atMs),
    'marks.add': ({ note = '', ...input }) => {
      added += 1
      const mark = { id: markId(900 + added), note, ...input }
      kept.set(mark.id, mark)
      return mark
    },
    'marks.change': ({ markId: changedId, kind, atMs, note }) => {
      const before = kept.get(changedId)!
      const mark = {
        ...before,
        kind: kind ?? before.kind,
        atMs: atMs ?? before.atMs,
        note: note ?? before.note,
      }
      kept.set(changedId, mark)
      return mark
    },
    'marks.remove': ({ markId: removedId }) => void kept.delete(removedId),
  })
  return kept
}

export function markId(number: number): string {
  return `01890000-0000-7000-9000-${String(number).padStart(12, '0')}`
}
