import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../shared/contract'
import { type CommandId, shortcutOf } from '../../shared/keys/keymap'
import { IS_DEVELOPMENT } from '../page/origin'
import { type Zoom, zoom } from './zoom'

type Chosen = EventPayload<'menu.command'>

/*
 * Names and keys come from the keymap. Every key here is pressed together with Ctrl or Cmd, or is a
 * function key: the plain ones belong to the page. The page hears of a key first, and the menu only
 * when it had no use for it; so what is chosen by key here is what the page did not want just then.
 */

/** Sets the application menu; `choose` is called with what was chosen for the page. */
export function setMenu(choose: (chosen: Chosen) => void): void {
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    credits: 'Rehearse job-interview answers out loud. Everything stays on this machine.',
  })
  const isMac = process.platform === 'darwin'
  const item = (command: Chosen['command']): MenuItemConstructorOptions => ({
    ...wordsOf(command),
    click: (_item, _window, { triggeredByAccelerator = false }) =>
      choose({ command, byKey: triggeredByAccelerator }),
  })
  const about: MenuItemConstructorOptions = { role: 'about', label: 'About Soundcheck' }
  const settings = { ...item('settings'), ...(isMac && { label: 'Settings…' }) }

  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macAppMenu(about, settings)] : []),
    {
      label: '&File',
      submenu: [
        item('newSession'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { label: '&Edit', role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        zoomItem('resetZoom'),
        zoomItem('zoomIn'),
        zoomItem('zoomOut'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(IS_DEVELOPMENT ? developerItems() : []),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('practice'),
        item('questions'),
        item('history'),
        item('progress'),
        ...(isMac ? [] : [settings]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&Help',
      role: 'help',
      submenu: [item('shortcuts'), ...(isMac ? [] : [about])],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** What the keymap says of a command, as a menu wants it. A key without Ctrl or Cmd is the page's. */
function wordsOf(command: CommandId): MenuItemConstructorOptions {
  const { menu, keys } = shortcutOf(command)
  const [key = ''] = keys
  return {
    label: menu ?? command,
    ...(key.startsWith('Mod+') && { accelerator: key.replace('Mod', 'CmdOrCtrl') }),
  }
}

function zoomItem(how: Zoom): MenuItemConstructorOptions {
  return {
    ...wordsOf(how),
    click: () => {
      const contents = BrowserWindow.getFocusedWindow()?.webContents
      if (contents) zoom(contents, how)
    },
  }
}

/** Electron's own app menu, with the settings where macOS has them. */
function macAppMenu(
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    label: app.getName(),
    submenu: [
      about,
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
}

function developerItems(): MenuItemConstructorOptions[] {
  return [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
}
