import './dialogElement'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { App } from '../../renderer/App'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'

vi.mock('../../renderer/settings/SettingsScreen', () => ({
  SettingsScreen: () => {
    throw new Error('drawn wrong')
  },
}))

it('a screen that cannot be drawn says so, and leads back to one that can', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  fakeBridge({
    'recovery.list': () => [],
    'recovery.database': () => null,
    'packs.list': () => [],
    'sessions.unfinished': () => null,
  })
  window.location.hash = '#/settings'
  render(
    <AppFrame>
      <App />
    </AppFrame>,
  )
  expect(screen.getByRole('alert').textContent).toContain('This screen cannot be shown.')
  await userEvent.click(screen.getByRole('button', { name: 'Back to Practice' }))
  expect(await screen.findByRole('heading', { name: 'Practice', level: 1 })).toBeDefined()
})
