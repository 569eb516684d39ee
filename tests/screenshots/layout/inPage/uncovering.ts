import { isTopLayer, reachOf, spanOf, type Axis, type Frame, type Span } from './frames'

const TOLERANCE_PX = 1
const STILL: Span = { start: 0, end: 0 }

/** Where something is drawn as everything is scrolled now. */
export interface Placed {
  readonly element: Element
  readonly box: DOMRectReadOnly
  readonly frames: readonly Frame[]
}

/** By how many pixels two boxes share an axis; negative where there is room between them. */
export function sharedPx(one: DOMRectReadOnly, other: DOMRectReadOnly, axis: Axis): number {
  const [a, b] = [spanOf(one, axis), spanOf(other, axis)]
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

/** By how many pixels two boxes cover each other, in the direction in which it is less. */
export function overlapPx(one: DOMRectReadOnly, other: DOMRectReadOnly): number {
  return Math.min(sharedPx(one, other, 'x'), sharedPx(one, other, 'y'))
}

/** Whether scrolling moves one away from the other, which stays: it sticks, or is elsewhere. */
export function canBeUncovered(moved: Placed, still: Placed): boolean {
  const shared = new Set(sticksBeside(still.element, moved.element) ? [] : still.frames)
  const frames = moved.frames.map((frame): Frame =>
    shared.has(frame) ? { ...frame, shift: { x: STILL, y: STILL } } : frame,
  )
  return (['y', 'x'] as const).some((axis) => {
    const span = spanOf(moved.box, axis)
    const against = spanOf(still.box, axis)
    const reach = reachOf(span, frames, axis)
    if (reach.kind === 'hidden') return false
    const isBefore = span.end + reach.shift.start <= against.start + TOLERANCE_PX
    const isBehind = span.start + reach.shift.end >= against.end - TOLERANCE_PX
    return isBefore || isBehind
  })
}

/** Whether an element is in something sticky or fixed that does not hold the other. */
function sticksBeside(element: Element, other: Element): boolean {
  for (let at: Element | null = element; at && !at.contains(other); at = at.parentElement) {
    const { position } = getComputedStyle(at)
    if (position === 'sticky' || position === 'fixed') return true
  }
  return false
}

/** The dialog or popover that an element is in: it is meant to be over everything else. */
export function layerOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) if (isTopLayer(at)) return at
  return null
}
