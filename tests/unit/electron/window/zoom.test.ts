import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { nextFactor, zoomByKeys } from '../../../../electron/window/zoom'

it('goes through the sizes of Chromium, and stays within them', () => {
  const up: number[] = [1]
  while (nextFactor(up.at(-1)!, 'zoomIn') !== up.at(-1)) up.push(nextFactor(up.at(-1)!, 'zoomIn'))
  expect(up).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5])
  const down: number[] = [1]
  while (nextFactor(down.at(-1)!, 'zoomOut') !== down.at(-1)) {
    down.push(nextFactor(down.at(-1)!, 'zoomOut'))
  }
  expect(down).toEqual([1, 0.9, 0.8, 0.75, 0.67, 0.5, 0.33, 0.25])
  expect(nextFactor(3, 'resetZoom')).toBe(1)
  // Chromium keeps it as a power of 1.2, so it comes back a little off.
  expect(nextFactor(1.0999999, 'zoomIn')).toBe(1.25)
})

it('takes only the keys that zoom, when they go down', () => {
  let onKey: (event: { preventDefault: () => void }, input: object) => void = () => {}
  const contents = {
    on: (_name: string, listener: typeof onKey) => (onKey = listener),
    getZoomFactor: () => 1,
    setZoomFactor: vi.fn(),
  }
  zoomByKeys(contents as unknown as WebContents)
  const press = (input: object) => {
    const event = { preventDefault: vi.fn() }
    const rest = { type: 'keyDown', isComposing: false, shift: false, alt: false, meta: false }
    onKey(event, { ...rest, control: true, ...input })
    return event.preventDefault.mock.calls.length
  }
  expect(press({ key: '=', code: 'Equal' })).toBe(1)
  expect(contents.setZoomFactor).toHaveBeenLastCalledWith(1.1)
  expect(press({ key: '=', code: 'Equal', type: 'keyUp' })).toBe(0)
  expect(press({ key: '=', code: 'Equal', control: false })).toBe(0)
  expect(press({ key: 'f', code: 'KeyF' })).toBe(0)
  expect(contents.setZoomFactor).toHaveBeenCalledOnce()
})
