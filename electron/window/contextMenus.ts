import { BrowserWindow, Menu, type WebContents } from 'electron'
import type { RequestInput, RequestOutput } from '../../shared/contract'

type TakeCommand = NonNullable<RequestOutput<'takes.menu'>>

/** Shows the system's menu for a take; answers with what was chosen, or null. */
export function chooseForTake({
  isBest,
}: Pick<RequestInput<'takes.menu'>, 'isBest'>): Promise<TakeCommand | null> {
  return new Promise((resolve) => {
    let chosen: TakeCommand | null = null
    const item = (label: string, command: TakeCommand) => ({
      label,
      click: () => {
        chosen = command
      },
    })
    const menu = Menu.buildFromTemplate([
      item('Play', 'play'),
      ...(isBest === null
        ? []
        : [{ ...item('Keep as Best', 'best'), type: 'checkbox' as const, checked: isBest }]),
      { type: 'separator' },
      item('Delete', 'delete'),
    ])
    const window = BrowserWindow.getFocusedWindow()
    // A click is reported after the menu has closed on some systems: the answer waits for it.
    menu.popup({ ...(window ? { window } : {}), callback: () => setTimeout(() => resolve(chosen)) })
  })
}

/** Gives text fields and selected text the menu that every other app has. */
export function showTextMenus(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return
    Menu.buildFromTemplate([
      ...(isEditable ? [{ role: 'cut' as const, enabled: editFlags.canCut }] : []),
      { role: 'copy', enabled: editFlags.canCopy },
      ...(isEditable ? [{ role: 'paste' as const, enabled: editFlags.canPaste }] : []),
      { type: 'separator' },
      { role: 'selectAll' },
    ]).popup()
  })
}
