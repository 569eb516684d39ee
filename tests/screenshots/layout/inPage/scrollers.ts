import { partOf } from './describe'
import { scrolls } from './frames'
import type { Found } from './reached'
import { isSeen } from './shown'
import { layerOf, sharedPx } from './uncovering'

const TOLERANCE_PX = 1

interface Scroller {
  readonly element: Element
  readonly box: DOMRect
  readonly overPx: number
}

/** What scrolls sideways: nobody looks for words there. */
export function sidewaysScrollers(): Found[] {
  return scrollersAlong('x').map((one) => foundAs(one, 'scrolls sideways'))
}

/**
 * What scrolls up and down where it should not: while one records everything has its room, and what
 * scrolls is not in what scrolls, nor below it.
 */
export function crowdedScrollers(): Found[] {
  const upAndDown = scrollersAlong('y')
  const found: Found[] = []
  if (isRecording()) {
    found.push(...upAndDown.filter(isOfThePage).map((one) => foundAs(one, 'scrolls in recording')))
  }
  upAndDown.forEach((one, index) => {
    for (const other of upAndDown.slice(index + 1)) {
      if (layerOf(one.element) !== layerOf(other.element)) continue
      if (one.element.contains(other.element)) found.push(foundAs(other, 'scrolls in a scroller'))
      else if (shareColumn(one, other)) found.push(foundAs(other, 'scrolls below a scroller'))
    }
  })
  return found
}

function foundAs({ element, box, overPx }: Scroller, why: string): Found {
  return { fault: { kind: 'scroller', part: partOf(element, box), byPx: overPx, why }, element }
}

/** A text field is none: its words go on as long as somebody types. */
function scrollersAlong(axis: 'x' | 'y'): Scroller[] {
  return [...document.querySelectorAll(':not(textarea, input)')].flatMap((element) => {
    const isWindow = element === document.scrollingElement
    const style = getComputedStyle(isWindow ? document.body : element)
    const overflow = axis === 'x' ? style.overflowX : style.overflowY
    if (isWindow ? overflow === 'hidden' : !scrolls(overflow) || element === document.body)
      return []
    const overPx =
      axis === 'x'
        ? element.scrollWidth - element.clientWidth
        : element.scrollHeight - element.clientHeight
    const box = element.getBoundingClientRect()
    const isInUse = overPx > TOLERANCE_PX && box.width > 1 && box.height > 1 && isSeen(element)
    return isInUse ? [{ element, box, overPx }] : []
  })
}

function isRecording(): boolean {
  return [...document.querySelectorAll('button')].some(
    (button) => /^Stop\b/.test(button.ariaLabel ?? button.textContent) && isSeen(button),
  )
}

/** It holds the page's heading, or is as large as half of the window. */
function isOfThePage({ element, box }: Scroller): boolean {
  return (
    element.querySelector('h1') !== null || box.width > document.documentElement.clientWidth / 2
  )
}

function shareColumn(one: Scroller, other: Scroller): boolean {
  return sharedPx(one.box, other.box, 'x') > Math.min(one.box.width, other.box.width) / 2
}
