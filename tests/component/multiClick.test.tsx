import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { guardMultiClicks } from '../../renderer/keys/multiClick'
import { Button } from '../../renderer/ui/Button'

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

it('a double click turns something on, and not on and off', () => {
  const [play, next] = [vi.fn(), vi.fn()]
  render(
    <>
      <Button isToggle onClick={play}>
        Play
      </Button>
      <Button onClick={next}>Next</Button>
    </>,
  )
  for (const name of ['Play', 'Next']) {
    for (const detail of [1, 2]) fireEvent.click(screen.getByRole('button', { name }), { detail })
  }
  expect(play).toHaveBeenCalledOnce()
  expect(next).toHaveBeenCalledTimes(2)
  // By key there is no count.
  fireEvent.click(screen.getByRole('button', { name: 'Play' }), { detail: 0 })
  expect(play).toHaveBeenCalledTimes(2)
})
