import { act } from '@testing-library/react'
import { vi } from 'vitest'

const SCREEN_PX = 440
const ROW_PX = 44

/** jsdom lays nothing out: gives every element a height, so that ten rows fit on the screen. */
export function fakeLayout(): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(SCREEN_PX)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_PX)
}

/** Scrolls the screen so that this row, counted from 0, is the first on it. */
export function scrollToRow(screen: HTMLElement, row: number): void {
  act(() => {
    screen.scrollTop = row * ROW_PX
    screen.dispatchEvent(new Event('scroll'))
  })
}
