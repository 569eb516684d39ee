import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Observable } from '../../renderer/lib/observable'
import type { PlayerState } from '../../renderer/player/player'
import { usePlayerKeys } from '../../renderer/pastSession/usePlayerKeys'
import { useSessionKeys, type SessionKeys } from '../../renderer/session/useSessionKeys'
import { Button } from '../../renderer/ui/Button'
import { keyOf } from '../../renderer/keys/keys'

const pressed = (key: string, code: string, more: KeyboardEventInit = {}) =>
  keyOf(new KeyboardEvent('keydown', { key, code, ...more }))

describe('which key was pressed', () => {
  it.each([
    ['r', 'KeyR', 'r'],
    ['R', 'KeyR', 'r'],
    ['z', 'KeyY', 'z'],
    ['к', 'KeyR', 'r'],
    ['Я', 'KeyZ', 'z'],
    ['&', 'Digit1', '1'],
    ['é', 'Digit2', '2'],
    ['3', 'Numpad3', '3'],
    ['ö', 'Semicolon', 'ö'],
    [' ', 'Space', ' '],
    ['ArrowLeft', 'ArrowLeft', 'arrowleft'],
  ])('%s at %s is %s', (key, code, is) => {
    expect(pressed(key, code)).toBe(is)
  })

  it('is what Shift or Alt make of it', () => {
    expect(pressed('!', 'Digit1', { shiftKey: true })).toBe('!')
    expect(pressed('1', 'Digit1', { shiftKey: true })).toBe('1')
    expect(pressed('®', 'KeyR', { altKey: true })).toBe('®')
  })
})

function sessionKeys() {
  const keys = {
    isRunning: false,
    record: vi.fn(),
    pause: vi.fn(),
    play: vi.fn(),
    seekBy: vi.fn(),
    step: vi.fn(),
    example: vi.fn(),
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

describe('the keys of the open take', () => {
  it('play once however long Space is held, and never scroll the page', () => {
    const player = {
      play: vi.fn(),
      pause: vi.fn(),
      toggle: vi.fn(),
      seekBy: vi.fn(),
      seekTo: vi.fn(),
      positionSeconds: 0,
      endedAgoMs: Infinity,
      state: new Observable<PlayerState>('paused'),
    }
    function Keys() {
      usePlayerKeys(player)
      return null
    }
    render(<Keys />)
    expect(press(document.body, ' ')).toBe(false)
    expect(press(document.body, ' ', { repeat: true })).toBe(false)
    expect(player.toggle).toHaveBeenCalledOnce()
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
