import { Menu, type MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { setMenu } from '../../../../electron/window/menu'
import { KEYMAP } from '../../../../shared/keys/keymap'

vi.mock('electron', () => ({
  app: { getName: () => 'Soundcheck', getVersion: () => '1', setAboutPanelOptions: () => {} },
  BrowserWindow: { getFocusedWindow: () => null },
  Menu: { buildFromTemplate: vi.fn(), setApplicationMenu: () => {} },
}))

const platform = process.platform
afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }))

/** The labels of each menu's items, with its name first. */
function menusOn(value: NodeJS.Platform): string[][] {
  Object.defineProperty(process, 'platform', { value })
  setMenu(() => {})
  const template = vi.mocked(Menu.buildFromTemplate).mock.lastCall?.[0] ?? []
  return template.map(({ label, submenu }) => [
    label ?? '',
    ...((submenu ?? []) as MenuItemConstructorOptions[]).map((item) => item.label ?? ''),
  ])
}

test('the settings are where each system has them, once', () => {
  expect(menusOn('darwin')[0]).toEqual(
    expect.arrayContaining(['Soundcheck', 'About Soundcheck', 'Settings…']),
  )
  expect(menusOn('darwin').flat()).not.toContain('Settings')
  const others = menusOn('linux')
  expect(others.find(([name]) => name === '&Go')).toContain('Settings')
  expect(others.flat()).not.toContain('Settings…')
})

/** The item with this label, as it was given to Electron. */
function itemOn(
  value: NodeJS.Platform,
  label: string,
  choose = vi.fn(),
): MenuItemConstructorOptions {
  Object.defineProperty(process, 'platform', { value })
  setMenu(choose)
  const template = vi.mocked(Menu.buildFromTemplate).mock.lastCall?.[0] ?? []
  const items = template.flatMap(({ submenu = [] }) => submenu as MenuItemConstructorOptions[])
  return items.find((item) => item.label === label)!
}

test('its names and keys are those of the keymap', () => {
  for (const command of ['newSession', 'practice', 'history', 'settings', 'zoomIn'] as const) {
    const { menu, keys } = KEYMAP[command]
    expect(itemOn('linux', menu).accelerator).toBe(keys[0].replace('Mod', 'CmdOrCtrl'))
  }
  // A key without Ctrl would be taken from the page.
  expect(itemOn('linux', KEYMAP.shortcuts.menu).accelerator).toBeUndefined()
})

test('it says whether a command was chosen by its key', () => {
  const choose = vi.fn()
  const click = itemOn('linux', 'History', choose).click as (...event: unknown[]) => void
  click(null, null, { triggeredByAccelerator: true })
  click(null, null, {})
  expect(choose.mock.calls).toEqual([
    [{ command: 'history', byKey: true }],
    [{ command: 'history', byKey: false }],
  ])
})
