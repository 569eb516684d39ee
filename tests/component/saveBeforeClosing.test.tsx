import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useSavedText } from '../../renderer/lib/useSavedText'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'

function Field({ store }: { readonly store: (text: string) => Promise<void> }) {
  const { text, change } = useSavedText('', store)
  return <input aria-label="Words" value={text} onChange={(event) => change(event.target.value)} />
}

/** Whether the window would go. */
function closes(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  act(() => void window.dispatchEvent(event))
  return !event.defaultPrevented
}

it('the window goes once the last words are stored, and at once when there are none', async () => {
  fakeBridge({})
  const close = vi.spyOn(window, 'close').mockReturnValue()
  const kept: string[] = []
  let answer = () => {}
  const stored = new Promise<void>((resolve) => (answer = resolve))
  const store = (text: string) => {
    kept.push(text)
    return stored
  }
  const { unmount } = render(
    <AppFrame>
      <Field store={store} />
    </AppFrame>,
  )
  expect(closes()).toBe(true)
  await userEvent.type(screen.getByRole('textbox', { name: 'Words' }), 'canal')
  expect(closes()).toBe(false)
  expect(kept).toEqual(['canal'])
  // Still on its way: whoever tries again waits too, and nothing is sent twice.
  expect(closes()).toBe(false)
  expect(close).not.toHaveBeenCalled()
  answer()
  await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
  expect(kept).toEqual(['canal'])
  expect(closes()).toBe(true)
  unmount()
  expect(closes()).toBe(true)
})
