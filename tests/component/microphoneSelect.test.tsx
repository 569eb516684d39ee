import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { MicrophoneSelect } from '../../renderer/microphone/MicrophoneSelect'
import type { MicrophoneInUse } from '../../renderer/microphone/openedMicrophone'

const CHOICES = [
  { id: null, label: 'System default' },
  { id: 'desk', label: 'Desk' },
  { id: 'headset', label: 'Headset' },
]

function optionsWith(value: string | null, inUse: string | null): (string | null)[] {
  const state: Omit<MicrophoneInUse, 'label'> = {
    isFallback: false,
    isDoubtful: false,
    isMoved: false,
  }
  render(
    <MicrophoneSelect
      choices={CHOICES}
      value={value}
      inUse={inUse === null ? null : { label: inUse, ...state }}
      onChange={() => {}}
    />,
  )
  return within(screen.getByRole('combobox', { name: 'Microphone' }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
}

it.each<{ what: string; value: string | null; inUse: string | null; options: string[] }>([
  {
    what: 'the chosen one',
    value: 'desk',
    inUse: 'Desk',
    options: ['System default', 'Desk', 'Headset'],
  },
  {
    what: 'the one that is the default',
    value: null,
    inUse: 'Desk',
    options: ['Desk (default)', 'Desk', 'Headset'],
  },
  {
    what: 'a default that the system does not name',
    value: null,
    inUse: 'System default',
    options: ['System default', 'Desk', 'Headset'],
  },
  {
    what: 'what a take goes on with, beside what was chosen meanwhile',
    value: 'headset',
    inUse: 'Desk',
    options: ['System default', 'Desk', 'Desk (chosen: Headset)'],
  },
  {
    what: 'nothing while none is open',
    value: 'headset',
    inUse: null,
    options: ['System default', 'Desk', 'Headset'],
  },
  {
    what: 'another one in place of the chosen one, which is away',
    value: 'drawer',
    inUse: 'Desk',
    options: ['System default', 'Desk', 'Headset', 'Desk (the chosen one is not connected)'],
  },
])('the menu names $what', ({ value, inUse, options }) => {
  expect(optionsWith(value, inUse)).toEqual(options)
})
