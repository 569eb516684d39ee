import './dialogElement'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addScope, type Layer } from '../../renderer/keys/keyboard'
import { useSessionKeys, type SessionKeys } from '../../renderer/session/useSessionKeys'
import { Button } from '../../renderer/ui/Button'
import { Dialog } from '../../renderer/ui/Dialog'

function sessionKeys() {
  const keys = {
    isRunning: false,
    record: vi.fn(),
    pause: vi.fn(),
    play: vi.fn(),
    seekBy: vi.fn(),
    step: vi.fn(),
    example: vi.fn(),
    outline: vi.fn(),
    rate: vi.fn(),
    best: vi.fn(),
  } satisfies SessionKeys
  function Keys() {
    useSessionKeys(keys)
    return (
      <>
        <input type="radio" aria-label="Good" />
        <input type="checkbox" aria-label="Check" />
        <input type="range" aria-label="Position" />
        <button type="button">Press</button>
        <details>
          <summary>More</summary>
        </details>
        <textarea aria-label="Notes" />
        <p>Elsewhere</p>
      </>
    )
  }
  render(<Keys />)
  return keys
}

/** Whether the key was left to what has the focus. */
const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(target, { key, ...more })

describe('the keys of a session', () => {
  it('leave Space to what Space presses, and play otherwise', () => {
    const { play } = sessionKeys()
    for (const target of [
      screen.getByRole('radio'),
      screen.getByRole('checkbox'),
      screen.getByRole('button'),
      screen.getByText('More'),
      screen.getByRole('textbox'),
    ]) {
      expect(press(target, ' ')).toBe(true)
    }
    expect(play).not.toHaveBeenCalled()
    expect(press(screen.getByText('Elsewhere'), ' ')).toBe(false)
    expect(press(screen.getByRole('slider'), ' ')).toBe(false)
    expect(play).toHaveBeenCalledTimes(2)
  })

  it('work with Caps Lock and on other layouts', () => {
    const keys = sessionKeys()
    press(document.body, 'R', { code: 'KeyR' })
    press(document.body, 'к', { code: 'KeyR' })
    expect(keys.record).toHaveBeenCalledTimes(2)
    press(document.body, 'é', { code: 'Digit2' })
    expect(keys.rate).toHaveBeenCalledWith(2)
  })

  it('do one thing while they are held down, except for moving', () => {
    const keys = sessionKeys()
    expect(press(document.body, ' ', { repeat: true })).toBe(false)
    press(document.body, 'r', { repeat: true })
    press(document.body, 'ArrowRight', { repeat: true })
    expect(keys.play).not.toHaveBeenCalled()
    expect(keys.record).not.toHaveBeenCalled()
    expect(keys.seekBy).toHaveBeenCalledWith(5)
  })
})

describe('a key', () => {
  const scope = (handlers: Parameters<typeof addScope>[0]['handlers'], layer: Layer = 'screen') => {
    const end = addScope({ layer, handlers })
    onTestFinished(end)
    return end
  }

  it('belongs to the marks before the screen, and to the newest scope first', () => {
    const [older, newer, mark] = [vi.fn(), vi.fn(), vi.fn()]
    scope(() => ({ record: older }))
    const endNewer = scope(() => ({ record: newer }))
    press(document.body, 'r')
    expect([older, newer].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
    scope(() => ({ markPart: mark }), 'marks')
    press(document.body, 'r')
    expect(mark).toHaveBeenCalledWith(3, expect.anything())
    endNewer()
    expect([older, newer].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  })

  it('that nobody wants is left alone, and so is one that a handler declines', () => {
    const declining = vi.fn(() => false as const)
    const app = vi.fn()
    scope(() => ({ play: undefined, best: declining }))
    scope(() => ({ best: app }), 'app')
    expect(press(document.body, ' ')).toBe(true)
    expect(press(document.body, 'b')).toBe(false)
    expect(declining).toHaveBeenCalledOnce()
    expect(app).toHaveBeenCalledOnce()
  })

  it('that an input method has taken, or that something handled, does nothing', () => {
    const record = vi.fn()
    scope(() => ({ record }))
    press(document.body, 'r', { isComposing: true })
    press(document.body, 'Process', { code: 'KeyR', keyCode: 229 })
    const take = (event: Event) => event.preventDefault()
    document.body.addEventListener('keydown', take)
    press(document.body, 'r')
    document.body.removeEventListener('keydown', take)
    expect(record).not.toHaveBeenCalled()
    press(document.body, 'r')
    expect(record).toHaveBeenCalledOnce()
  })

  it('does nothing behind an open dialog', () => {
    const record = vi.fn()
    scope(() => ({ record, practice: record }))
    const dialog = (open: boolean) => (
      <Dialog open={open} onOpenChange={() => {}} title="Question">
        Well?
      </Dialog>
    )
    const { rerender } = render(dialog(true))
    press(document.body, 'r')
    press(document.body, '1', { ctrlKey: true })
    expect(record).not.toHaveBeenCalled()
    rerender(dialog(false))
    press(document.body, 'r')
    expect(record).toHaveBeenCalledOnce()
  })

  it('of the app works in a text field, a letter does not', () => {
    const [find, record] = [vi.fn(), vi.fn()]
    scope(() => ({ find, record }))
    render(<textarea aria-label="Notes" />)
    expect(press(screen.getByRole('textbox'), 'r')).toBe(true)
    expect(press(screen.getByRole('textbox'), 'f', { ctrlKey: true })).toBe(false)
    expect(record).not.toHaveBeenCalled()
    expect(find).toHaveBeenCalledOnce()
  })
})

describe('what has the focus', () => {
  function controls() {
    const keys = sessionKeys()
    render(
      <>
        <select aria-label="Speed">
          <option>1</option>
          <option>2</option>
        </select>
        <a href="#/elsewhere">Elsewhere</a>
      </>,
    )
    return keys
  }
  const SESSION_KEYS = [' ', 'r', 'e', '3'] as const

  it('keeps its keys when it was reached with the keyboard', async () => {
    const keys = controls()
    for (const role of ['combobox', 'button'] as const) {
      const control = screen.getByRole(role)
      for (let stops = 0; stops < 10 && document.activeElement !== control; stops += 1) {
        await userEvent.tab()
      }
      expect(document.activeElement).toBe(control)
      expect(press(control, ' ')).toBe(true)
    }
    screen.getByRole('combobox').focus()
    for (const key of SESSION_KEYS) expect(press(screen.getByRole('combobox'), key)).toBe(true)
    expect(keys.record).not.toHaveBeenCalled()
    expect(keys.play).not.toHaveBeenCalled()
  })

  it.each(['combobox', 'button', 'checkbox', 'slider', 'link', 'More'])(
    'leaves them to the session when it was clicked: %s',
    async (name) => {
      const keys = controls()
      const control = name === 'More' ? screen.getByText(name) : screen.getByRole(name)
      await userEvent.click(control)
      const target = document.activeElement ?? document.body
      for (const key of SESSION_KEYS) expect(press(target, key)).toBe(false)
      expect(keys.play).toHaveBeenCalledOnce()
      expect(keys.record).toHaveBeenCalledOnce()
      expect(keys.example).toHaveBeenCalledOnce()
      expect(keys.rate).toHaveBeenCalledWith(3)
    },
  )

  it('keeps them again when it is reached with the keyboard later, and gives them up when it is clicked then', async () => {
    const keys = controls()
    const select = screen.getByRole('combobox')
    await userEvent.click(select)
    expect(press(select, 'r')).toBe(false)
    await userEvent.tab({ shift: true })
    await userEvent.tab()
    expect(document.activeElement).toBe(select)
    expect(press(select, 'r')).toBe(true)
    fireEvent.pointerDown(select)
    expect(press(select, 'r')).toBe(false)
    expect(keys.record).toHaveBeenCalledTimes(2)
  })

  it('keeps the arrows if it is a slider or a radio button, also after a click', async () => {
    const { seekBy, step } = controls()
    for (const role of ['slider', 'radio'] as const) {
      await userEvent.click(screen.getByRole(role))
      expect(press(screen.getByRole(role), 'ArrowLeft')).toBe(true)
      expect(press(screen.getByRole(role), 'ArrowLeft', { shiftKey: true })).toBe(false)
    }
    expect(seekBy).not.toHaveBeenCalled()
    expect(step).toHaveBeenCalledTimes(2)
  })
})

describe('a button', () => {
  it('is not pressed again by an Enter that is held down', () => {
    const onKeyDown = vi.fn()
    render(<Button onKeyDown={onKeyDown}>Record</Button>)
    const button = screen.getByRole('button', { name: 'Record' })
    expect(press(button, 'Enter')).toBe(true)
    expect(press(button, 'Enter', { repeat: true })).toBe(false)
    expect(onKeyDown).toHaveBeenCalledTimes(2)
  })
})
