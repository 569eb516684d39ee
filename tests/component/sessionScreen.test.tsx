import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SessionScreen } from '../../renderer/session/SessionScreen'
import { AppError } from '../../shared/errors'
import { questionOfPack, sessionOf } from '../helpers/session'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'

vi.mock('../../renderer/session/Rehearsal', () => ({
  Rehearsal: ({ startsAtOnce }: { startsAtOnce: boolean }) => (
    <p>{startsAtOnce ? 'Records at once' : 'Waits'}</p>
  ),
}))

const session = sessionOf([questionOfPack(1)])
const show = () =>
  render(
    <AppFrame>
      <SessionScreen sessionId={session.id} />
    </AppFrame>,
  )

/** Each so long after the one before that it is a wish of its own. */
let pressedAtMs = 0
function pressR(): void {
  const press = createEvent.keyDown(document.body, { key: 'r' })
  Object.defineProperty(press, 'timeStamp', { value: (pressedAtMs += 10_000) })
  fireEvent(document.body, press)
}

it('records at once when R was pressed while it was opened', async () => {
  fakeBridge({ 'sessions.open': () => session })
  show()
  pressR()
  expect(await screen.findByText('Records at once')).toBeDefined()
})

it('does not record by itself when it could only be opened at the second try', async () => {
  const bridge = fakeBridge({
    'sessions.open': () => {
      throw new AppError('DISK_REFUSED')
    },
  })
  show()
  pressR()
  await screen.findByRole('alert')
  bridge.answer({ 'sessions.open': () => session })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Waits')).toBeDefined()
})
