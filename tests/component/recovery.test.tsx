import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { RecoveredDialog } from '../../renderer/recovery/RecoveredDialog'
import { takeOf } from '../helpers/session'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { silentAudio } from './mediaElements'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/waveform/TakeWaveform', () => ({ TakeWaveform: () => null }))

const ID = 'pack/question-1'

function bridgeWith(...numbers: number[]) {
  silentAudio()
  return fakeBridge({
    'recovery.list': () =>
      numbers.map((number) => ({ take: takeOf(ID, number), question: `Question ${number}?` })),
    'recovery.settle': () => undefined,
    'takes.delete': () => undefined,
    'takes.peaks': () => new Uint8Array(),
  })
}

it('asks nothing when nothing was recovered', async () => {
  const bridge = bridgeWith()
  render(<RecoveredDialog />)
  await expect.poll(() => bridge.asked.length).toBe(1)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('keeps one and discards another, each on its own', async () => {
  const bridge = bridgeWith(1, 2)
  render(<RecoveredDialog />)
  const dialog = await screen.findByRole('dialog', { name: 'Recovered recordings' })
  const [first, second] = within(dialog).getAllByRole('listitem')
  await userEvent.click(within(first!).getByRole('button', { name: 'Keep' }))
  expect(bridge.inputs('takes.delete')).toEqual([])
  await userEvent.click(within(second!).getByRole('button', { name: 'Discard' }))
  const id = (number: number) => ({ takeId: takeOf(ID, number).id })
  expect(bridge.inputs('takes.delete')).toEqual([id(2)])
  await expect.poll(() => bridge.inputs('recovery.settle')).toEqual([id(1), id(2)])
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
})

it('keeps everything when it is closed', async () => {
  const bridge = bridgeWith(1, 2)
  render(<RecoveredDialog />)
  await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
  await expect.poll(() => bridge.inputs('recovery.settle')).toHaveLength(2)
  expect(bridge.inputs('takes.delete')).toEqual([])
})
