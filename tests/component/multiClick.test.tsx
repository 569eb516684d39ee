import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { guardMultiClicks } from '../../renderer/keys/multiClick'

it('the second click of two reaches only what the first one hit', () => {
  const [one, other, choose] = [vi.fn(), vi.fn(), vi.fn()]
  render(
    <>
      <button onClick={one}>One</button>
      <button onClick={other}>
        <b>Other</b>
      </button>
      <label>
        Choose
        <input type="checkbox" onChange={choose} />
      </label>
    </>,
  )
  onTestFinished(guardMultiClicks())
  const click = (name: string, detail: number) =>
    fireEvent.click(screen.getByText(name), { detail })
  click('One', 1)
  click('One', 2)
  expect(one).toHaveBeenCalledTimes(2)
  click('One', 1)
  click('Other', 2)
  expect(other).not.toHaveBeenCalled()
  // Pressed by Enter, or a click of its own.
  click('Other', 0)
  click('Other', 1)
  expect(other).toHaveBeenCalledTimes(2)
  click('Choose', 1)
  click('Choose', 2)
  expect(choose).toHaveBeenCalledTimes(2)
})
