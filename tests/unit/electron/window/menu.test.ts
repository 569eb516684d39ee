import { Menu, type MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { setMenu } from '../../../../electron/window/menu'

vi.mock('electron', () => ({
  app: { getName: () => 'Soundcheck', getVersion: () => '1', setAboutPanelOptions: () => {} },
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
