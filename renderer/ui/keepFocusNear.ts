/**
 * Call before a row of a list goes: when the focus is in that row, it moves to the same button of a
 * neighbour, so that somebody at the keyboard stays where they are.
 * @param rowId the `id` of the row's element
 */
export function keepFocusNear(list: HTMLElement | null, rowId: string): void {
  const focused = document.activeElement
  const row = focused?.closest('li')
  if (!list || !row || row.parentElement !== list || row.id !== rowId) return
  const buttons = buttonsOf(row)
  const index = buttons.findIndex((button) => button === focused)
  const neighbour = row.nextElementSibling ?? row.previousElementSibling
  if (neighbour) buttonsOf(neighbour)[Math.max(0, index)]?.focus()
}

/** Its own: what was deleted beside it is brought back in its row (undo/DeletedHere.tsx). */
function buttonsOf(row: Element): HTMLButtonElement[] {
  return [...row.querySelectorAll('button')].filter((button) => !button.closest('section'))
}
