import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../shared/contract'
import { IS_DEVELOPMENT } from '../page/origin'

type Command = EventPayload<'menu.command'>

/*
 * Every key here is pressed together with Ctrl or Cmd, or is a function key: the plain ones belong
 * to the page. Ctrl/Cmd+Z reaches the page first, and Undo here only when it has no use for it.
 */

/** Sets the application menu; `choose` is called with the commands that the page carries out. */
export function setMenu(choose: (command: Command) => void): void {
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    credits: 'Rehearse job-interview answers out loud. Everything stays on this machine.',
  })
  const isMac = process.platform === 'darwin'
  const go = (
    label: string,
    command: Command,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => choose(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const about: MenuItemConstructorOptions = { role: 'about', label: 'About Soundcheck' }
  const settings = go(isMac ? 'Settings…' : 'Settings', 'settings', 'CmdOrCtrl+,')

  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macAppMenu(about, settings)] : []),
    {
      label: '&File',
      submenu: [
        go('New Session…', 'practice', 'CmdOrCtrl+N'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { label: '&Edit', role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(IS_DEVELOPMENT ? developerItems() : []),
      ],
    },
    {
      label: '&Go',
      submenu: [
        go('Practice', 'practice', 'CmdOrCtrl+1'),
        go('History', 'history', 'CmdOrCtrl+2'),
        ...(isMac ? [] : [settings]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&Help',
      role: 'help',
      submenu: [go('Keyboard Shortcuts', 'shortcuts'), ...(isMac ? [] : [about])],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
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
