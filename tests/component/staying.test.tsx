import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { useHash } from '../../renderer/app/route'
import { followLinks, isStaying, leaveFor, stayWhile } from '../../renderer/app/staying'

const HERE = '#/session/here'

beforeEach(() => window.history.replaceState(null, '', '#/practice'))

/** A screen at HERE, come to from Practice, where something goes on until it is ended. */
async function screenWithSomethingUnderWay(end: () => Promise<boolean>) {
  const state = { isOn: true }
  function Shown() {
    return (
      <>
        <p>{useHash()}</p>
        <a href="#/history">History</a>
      </>
    )
  }
  window.location.hash = HERE
  render(<Shown />)
  await screen.findByText(HERE)
  onTestFinished(followLinks())
  onTestFinished(
    stayWhile({
      isOn: () => state.isOn,
      end: async () => {
        const mayGo = await end()
        state.isOn = false
        return mayGo
      },
    }),
  )
  return state
}

const goBack = () =>
  act(async () => {
    window.history.back()
    await new Promise((resolve) => setTimeout(resolve, 50))
  })

it('Back does nothing while something goes on, however often, and works again afterwards', async () => {
  const state = await screenWithSomethingUnderWay(() => Promise.resolve(true))
  for (const time of [1, 2, 3]) {
    await goBack()
    expect(window.location.hash, `after ${time}`).toBe(HERE)
    expect(screen.getByText(HERE)).toBeDefined()
  }
  state.isOn = false
  await goBack()
  expect(screen.getByText('#/practice')).toBeDefined()
})

it('a link is followed when what goes on has been ended', async () => {
  let finished = (_mayGo: boolean) => {}
  await screenWithSomethingUnderWay(() => new Promise((resolve) => (finished = resolve)))
  await userEvent.click(screen.getByText('History'))
  expect(window.location.hash).toBe(HERE)
  await act(async () => finished(true))
  await waitFor(() => expect(screen.getByText('#/history')).toBeDefined())
  expect(isStaying()).toBe(false)
})

it('one stays when there is something to read, and then goes at once', async () => {
  const end = vi.fn(() => Promise.resolve(false))
  await screenWithSomethingUnderWay(end)
  await userEvent.click(screen.getByText('History'))
  expect(window.location.hash).toBe(HERE)
  await act(() => leaveFor('#/history'))
  expect(window.location.hash).toBe('#/history')
  expect(end).toHaveBeenCalledOnce()
})
