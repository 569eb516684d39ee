import type { Edge } from '../faults'

/** What rounding to whole pixels may hide. */
const TOLERANCE_PX = 1
/** Chromium writes an ellipsis as soon as a line is longer than its box by a 64th of a pixel. */
const ELLIPSIS_TOLERANCE_PX = 0.1

export type Axis = 'x' | 'y'
export interface Span {
  readonly start: number
  readonly end: number
}

export function spanOf({ left, right, top, bottom }: DOMRectReadOnly, axis: Axis): Span {
  return axis === 'x' ? { start: left, end: right } : { start: top, end: bottom }
}

/**
 * Something around a part that hides what reaches out of it, or scrolls it. The last one is the
 * window, whose `element` is null.
 */
export interface Frame {
  readonly element: Element | null
  /** What it shows along an axis; null where it hides nothing. */
  readonly clip: { readonly x: Span | null; readonly y: Span | null }
  /** How far scrolling can still move what is in it, towards the start (negative) and the end. */
  readonly shift: { readonly x: Span; readonly y: Span }
  readonly tolerancePx: number
}

const STILL: Span = { start: 0, end: 0 }
const frameOf = new WeakMap<Element, Frame | null>()
const framesAround = new WeakMap<Element, readonly Frame[]>()

/** All of them around a child of `parent`, from the innermost; the same objects for the same element. */
export function framesIn(parent: Element): readonly Frame[] {
  const known = framesAround.get(parent)
  if (known) return known
  const frames = collect(parent, 'static')
  framesAround.set(parent, frames)
  return frames
}

/** All of them around an element, of which it is none itself. */
export function framesOf(element: Element): readonly Frame[] {
  if (isTopLayer(element) || !element.parentElement) return [theWindow(true)]
  const { position } = getComputedStyle(element)
  if (position !== 'absolute' && position !== 'fixed') return framesIn(element.parentElement)
  return collect(element.parentElement, position)
}

function collect(first: Element, startPosition: string): Frame[] {
  const frames: Frame[] = []
  let position = startPosition
  for (let around: Element | null = first; around; around = around.parentElement) {
    if (around === document.body || around === document.documentElement) break
    const style = getComputedStyle(around)
    if (!holds(style, position)) continue
    const frame = clippingFrame(around, style)
    if (frame) frames.push(frame)
    position = style.position
    if (isTopLayer(around)) position = 'fixed'
  }
  frames.push(theWindow(position === 'fixed'))
  return frames
}

export function isTopLayer(element: Element): boolean {
  return element.matches('dialog:modal, :popover-open')
}

/** Whether a child with this position is placed in, and so cut and scrolled by, such an element. */
function holds(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'absolute' && position !== 'fixed') return true
  const makesBlock =
    style.transform !== 'none' ||
    style.translate !== 'none' ||
    style.filter !== 'none' ||
    style.containerType !== 'normal' ||
    /paint|layout|strict|content/.test(style.contain)
  return makesBlock || (position === 'absolute' && style.position !== 'static')
}

function clippingFrame(element: Element, style: CSSStyleDeclaration): Frame | null {
  const known = frameOf.get(element)
  if (known !== undefined) return known
  const frame = newFrame(element, style)
  frameOf.set(element, frame)
  return frame
}

function newFrame(element: Element, style: CSSStyleDeclaration): Frame | null {
  if (style.display === 'inline' || style.display === 'contents') return null
  const clipsX = style.overflowX !== 'visible'
  const clipsY = style.overflowY !== 'visible'
  if (!clipsX && !clipsY) return null
  const box = paddingBox(element, style)
  const hasEllipsis = style.textOverflow === 'ellipsis'
  return {
    element,
    clip: { x: clipsX ? box.x : null, y: clipsY ? box.y : null },
    shift: {
      x: scrolls(style.overflowX)
        ? shiftOf(element.scrollLeft, element.scrollWidth - element.clientWidth)
        : STILL,
      y: scrolls(style.overflowY)
        ? shiftOf(element.scrollTop, element.scrollHeight - element.clientHeight)
        : STILL,
    },
    tolerancePx: hasEllipsis ? ELLIPSIS_TOLERANCE_PX : TOLERANCE_PX,
  }
}

export function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll'
}

function shiftOf(scrolled: number, most: number): Span {
  return { start: Math.min(0, scrolled - most), end: scrolled }
}

/** Where an element shows its content: inside its border, beside its scroll bar. */
function paddingBox(element: Element, style: CSSStyleDeclaration): { x: Span; y: Span } {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [bl, br, bt, bb] = [
    style.borderLeftWidth,
    style.borderRightWidth,
    style.borderTopWidth,
    style.borderBottomWidth,
  ].map(Number.parseFloat) as [number, number, number, number]
  const bars = { x: 0, y: 0 }
  if (element instanceof HTMLElement) {
    bars.x = Math.max(0, Math.round(element.offsetWidth - element.clientWidth - bl - br))
    bars.y = Math.max(0, Math.round(element.offsetHeight - element.clientHeight - bt - bb))
  }
  return {
    x: { start: left + bl, end: right - br - bars.x },
    y: { start: top + bt, end: bottom - bb - bars.y },
  }
}

function theWindow(isFixed: boolean): Frame {
  const root = document.documentElement
  const scroller = document.scrollingElement ?? root
  // What the page says about overflow is the window's.
  const rootStyle = getComputedStyle(root)
  const style = rootStyle.overflowY === 'visible' ? getComputedStyle(document.body) : rootStyle
  const moves = (overflow: string) => !isFixed && overflow !== 'hidden' && overflow !== 'clip'
  return {
    element: null,
    clip: { x: { start: 0, end: root.clientWidth }, y: { start: 0, end: root.clientHeight } },
    shift: {
      x: moves(style.overflowX)
        ? shiftOf(scroller.scrollLeft, scroller.scrollWidth - scroller.clientWidth)
        : STILL,
      y: moves(style.overflowY)
        ? shiftOf(scroller.scrollTop, scroller.scrollHeight - scroller.clientHeight)
        : STILL,
    },
    tolerancePx: TOLERANCE_PX,
  }
}

export type Reach =
  /** How far scrolling can move it while it is seen. */
  | { readonly kind: 'seen'; readonly shift: Span }
  | { readonly kind: 'hidden'; readonly frame: Frame; readonly edge: Edge; readonly byPx: number }

/**
 * Whether scrolling can bring a span into sight, through all that is around it: how far it may have
 * to be moved is known from each frame's scroll position, so that nothing is scrolled to find out.
 */
export function reachOf(span: Span, frames: readonly Frame[], axis: Axis): Reach {
  let shift = STILL
  for (const frame of frames) {
    shift = {
      start: shift.start + frame.shift[axis].start,
      end: shift.end + frame.shift[axis].end,
    }
    const clip = frame.clip[axis]
    if (!clip) continue
    const tolerance = frame.tolerancePx
    // Moved less than `least` it reaches out at the start, more than `most` at the end.
    const least = clip.start - span.start
    const most = clip.end - span.end
    const atStart = Math.max(least - shift.end, 0)
    const atEnd = Math.max(shift.start - most, 0)
    const tooLong = Math.max(least - most, 0)
    const byPx = Math.max(atStart, atEnd, tooLong)
    if (byPx > tolerance) {
      const edge = atStart > 0 && atStart >= atEnd ? EDGES[axis].start : EDGES[axis].end
      return { kind: 'hidden', frame, edge, byPx }
    }
    const start = Math.max(shift.start, least - tolerance)
    shift = { start, end: Math.max(start, Math.min(shift.end, most + tolerance)) }
  }
  return { kind: 'seen', shift }
}

const EDGES = {
  x: { start: 'left', end: 'right' },
  y: { start: 'top', end: 'bottom' },
} as const satisfies Record<Axis, Record<'start' | 'end', Edge>>

/** What of a box can be seen as everything is scrolled now; null when nothing can. */
export function seenNow(box: DOMRectReadOnly, frames: readonly Frame[]): DOMRectReadOnly | null {
  let { left, right, top, bottom } = box
  for (const { clip } of frames) {
    if (clip.x) [left, right] = [Math.max(left, clip.x.start), Math.min(right, clip.x.end)]
    if (clip.y) [top, bottom] = [Math.max(top, clip.y.start), Math.min(bottom, clip.y.end)]
  }
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null
}
