import './dialogElement'
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../renderer/App'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeMicrophones } from './microphones'

const dialog = () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })

describe('the first screen', () => {
  beforeEach(() => {
    window.location.hash = ''
    fakeMicrophones()
  })

  it('has the list of keys too, by its key and from the menu', async () => {
    const bridge = fakeBridge({
      'packs.list': () => [],
      'recovery.list': () => [],
      'recovery.database': () => null,
    })
    render(
      <AppFrame settings={DEFAULT_SETTINGS}>
        <App />
      </AppFrame>,
    )
    expect(screen.getByRole('heading', { name: 'Welcome', level: 1 })).toBeDefined()
    expect(dialog()).toBeNull()
    fireEvent.keyDown(document.body, { key: '?' })
    expect(dialog()).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(dialog()).toBeNull()
    act(() => bridge.emit('menu.command', { command: 'shortcuts', byKey: false }))
    expect(dialog()).not.toBeNull()
  })
})
