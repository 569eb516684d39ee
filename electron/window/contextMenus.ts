import { BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { RequestInput, RequestOutput } from '../../shared/contract'

/** One line of a menu with what it answers, or the line between two groups. */
type Choice<Answer> = Omit<MenuItemConstructorOptions, 'click'> & { readonly answer?: Answer }

/** Shows the system's menu for a take; answers with what was chosen, or null. */
export function chooseForTake({
  isBest,
}: RequestInput<'takes.menu'>): Promise<RequestOutput<'takes.menu'>> {
  return choose<NonNullable<RequestOutput<'takes.menu'>>>([
    { label: 'Play', answer: 'play' },
    ...(isBest === null
      ? []
      : [
          {
            label: 'Keep as Best',
            answer: 'best' as const,
            type: 'checkbox' as const,
            checked: isBest,
          },
        ]),
    { type: 'separator' },
    { label: 'Delete', answer: 'delete' },
  ])
}

/** The same for a session of the history. */
export function chooseForSession({
  isUnfinished,
}: RequestInput<'sessions.menu'>): Promise<RequestOutput<'sessions.menu'>> {
  return choose<NonNullable<RequestOutput<'sessions.menu'>>>([
    { label: 'Open', answer: 'open' },
    ...(isUnfinished ? [{ label: 'Resume', answer: 'resume' as const }] : []),
    { type: 'separator' },
    { label: 'Delete', answer: 'delete' },
  ])
}

function choose<Answer>(choices: readonly Choice<Answer>[]): Promise<Answer | null> {
  return new Promise((resolve) => {
    let chosen: Answer | null = null
    const menu = Menu.buildFromTemplate(
      choices.map(({ answer, ...item }) => ({
        ...item,
        click: () => {
          chosen = answer ?? null
        },
      })),
    )
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
