import './dialogElement'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SettingsScreen } from '../../renderer/settings/SettingsScreen'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Settings } from '../../shared/model'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeMicrophones, type FakeMicrophones } from './microphones'

const about = { version: '0.1.0', dataFolder: '/home/ines/Soundcheck', platform: 'linux' }

function show(initial: Partial<Settings> = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, welcomed: true, ...initial }
  const bridge = fakeBridge({
    'app.about': () => about,
    'app.openDataFolder': () => undefined,
    'backups.list': () => [],
    'settings.change': (change) => {
      settings = { ...settings, ...(change as Partial<Settings>) }
      return settings
    },
  })
  const onShowShortcuts = vi.fn()
  render(
    <AppFrame settings={settings}>
      <SettingsScreen onShowShortcuts={onShowShortcuts} />
    </AppFrame>,
  )
  return { bridge, onShowShortcuts }
}

describe('Settings', () => {
  let microphones: FakeMicrophones
  beforeEach(() => {
    microphones = fakeMicrophones()
  })

  it('has its five sections', async () => {
    show()
    expect(screen.getByRole('heading', { name: 'Settings', level: 1 })).toBeDefined()
    const sections = screen.getAllByRole('heading', { level: 2 }).map((h2) => h2.textContent)
    expect(sections).toEqual(['Microphone', 'Appearance', 'Your recordings', 'Backups', 'About'])
    expect(await screen.findByText('/home/ines/Soundcheck')).toBeDefined()
    expect(await screen.findByText('Soundcheck 0.1.0')).toBeDefined()
  })

  it('does not touch the microphone until asked, and then lets it go again', async () => {
    show()
    await screen.findByText('Soundcheck 0.1.0')
    expect(microphones.getUserMedia).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Check microphone' }))
    expect(microphones.getUserMedia).toHaveBeenCalledOnce()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Soundcheck is not allowed to use the microphone.')
    await userEvent.click(screen.getByRole('button', { name: 'Stop checking' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('chooses a microphone, the default one included', async () => {
    const { bridge } = show()
    const choice = screen.getByRole('combobox', { name: 'Microphone' })
    await within(choice).findByRole('option', { name: 'Desk microphone' })
    await userEvent.selectOptions(choice, 'Desk microphone')
    await waitFor(() => expect(choice).toHaveProperty('value', 'desk'))
    await userEvent.selectOptions(choice, within(choice).getByRole('option', { name: /^System/ }))
    expect(bridge.inputs('settings.change')).toEqual([
      { microphoneId: 'desk' },
      { microphoneId: null },
    ])
  })

  it('keeps the chosen microphone in the list while it is not connected', () => {
    show({ microphoneId: 'in-the-drawer' })
    const choice = screen.getByRole('combobox', { name: 'Microphone' })
    expect(choice).toHaveProperty('value', 'in-the-drawer')
    expect(
      within(choice).getByRole('option', { name: 'Chosen microphone (not connected)' }),
    ).toBeDefined()
  })

  it('has all processing off, and changes one without the others', async () => {
    const { bridge } = show()
    for (const name of ['Echo cancellation', 'Noise suppression', 'Automatic gain control']) {
      expect(screen.getByRole('checkbox', { name })).toHaveProperty('checked', false)
    }
    await userEvent.click(screen.getByRole('checkbox', { name: 'Noise suppression' }))
    expect(bridge.inputs('settings.change')).toEqual([
      {
        processing: { echoCancellation: false, noiseSuppression: true, autoGainControl: false },
      },
    ])
  })

  it('changes the theme', async () => {
    const { bridge } = show()
    const themes = screen.getByRole('radiogroup', { name: 'Theme' })
    expect(within(themes).getByRole('radio', { name: 'System' })).toHaveProperty('checked', true)
    await userEvent.click(within(themes).getByRole('radio', { name: 'Dark' }))
    expect(bridge.inputs('settings.change')).toEqual([{ theme: 'dark' }])
    expect(within(themes).getByRole('radio', { name: 'Dark' })).toHaveProperty('checked', true)
  })

  it('opens the data folder and the list of keys', async () => {
    const { bridge, onShowShortcuts } = show()
    await userEvent.click(screen.getByRole('button', { name: 'Open folder' }))
    expect(bridge.inputs('app.openDataFolder')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
    expect(onShowShortcuts).toHaveBeenCalledOnce()
  })

  it('shows the old value, and why, when a change could not be stored', async () => {
    const { bridge } = show()
    bridge.answer({
      'settings.change': () => {
        throw new AppError('DISK_REFUSED')
      },
    })
    await userEvent.click(screen.getByRole('radio', { name: 'Light' }))
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(screen.getByRole('radio', { name: 'System' })).toHaveProperty('checked', true)
  })
})
