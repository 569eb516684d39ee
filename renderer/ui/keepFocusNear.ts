/**
 * Call before a row of a list goes: when the focus is in that row, it moves to the same button of a
 * neighbour, so that somebody at the keyboard stays where they are.
 * @param rowId the `id` of the row's element
 */
export function keepFocusNear(list: HTMLElement | null, rowId: string): void {
  const focused = document.activeElement
  const row = focused?.closest('li')
  if (!list || !row || row.parentElement !== list || row.id !== rowId) return
  const neighbour = row.nextElementSibling ?? row.previousElementSibling
  if (!neighbour) return
  const own = buttonsOf(row)
  const others = buttonsOf(neighbour)
  // Counted from the end, where the bin is: the take of a follow-up has no button before it to be kept as best.
  const fromEnd = own.findIndex((button) => button === focused) - own.length
  const same = others.at(fromEnd) ?? others[0]
  same?.focus()
}

/** Its own: what was deleted beside it is brought back in a section of its row (undo/DeletedHere.tsx). */
function buttonsOf(row: Element): HTMLButtonElement[] {
  return [...row.querySelectorAll('button')].filter((button) => {
    const section = button.closest('section')
    // The whole list may stand in a section, too.
    return !section || !row.contains(section)
  })
}
