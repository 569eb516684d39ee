import type { LayoutFault } from '../faults'
import { named, partOf } from './describe'
import { reachOf, seenNow, spanOf, type Axis, type Span } from './frames'
import { widthOf } from './ink'
import { CONTROLS, hasEdges, isSeen, type Shown } from './shown'

const TOLERANCE_PX = 1

/** A fault and the elements that it is about, by which the list of what is meant is asked. */
export interface Found {
  readonly fault: LayoutFault
  readonly element: Element
  readonly over?: Element
}

/** What is cut by something around it, or lies outside the window, and cannot be scrolled to. */
export function unreached(shown: readonly Shown[]): Found[] {
  const controls = shown.filter(({ kind }) => kind === 'control').flatMap(missingOf)
  const cut = new Set<Element | null>(controls.map(({ element }) => element))
  // The words of a button that is cut are not told as well.
  const texts = shown.filter(
    ({ kind, element }) => kind === 'text' && !cut.has(element.closest(CONTROLS)),
  )
  return [...controls, ...texts.flatMap(missingOf)]
}

function missingOf(one: Shown): Found[] {
  const found = one.boxes.flatMap((box) => [
    ...missing(one, box, 'x', edgesOf(box, 'x')),
    // Half a line cannot be read; a box higher than the window can be seen in two halves.
    ...missing(one, box, 'y', one.kind === 'text' ? [spanOf(box, 'y')] : edgesOf(box, 'y')),
  ])
  return worst(found)
}

function edgesOf(box: DOMRect, axis: Axis): Span[] {
  const { start, end } = spanOf(box, axis)
  return [
    { start, end: start },
    { start: end, end },
  ]
}

function missing(one: Shown, box: DOMRect, axis: Axis, spans: readonly Span[]): Found[] {
  return spans.flatMap((span): Found[] => {
    const reach = reachOf(span, one.frames, axis)
    if (reach.kind === 'seen') return []
    const part = partOf(one.element, box, one.text)
    const { frame, edge, byPx } = reach
    const fault: LayoutFault = frame.element
      ? { kind: 'cut', part, edge, byPx, by: named(frame.element) }
      : { kind: 'outside', part, edge, byPx }
    return [{ fault, element: one.element }]
  })
}

/** The worst of several of the same element, so that a paragraph is told once. */
function worst(found: readonly Found[]): Found[] {
  const [first, ...others] = found
  if (!first) return []
  return [others.reduce((most, one) => (one.fault.byPx > most.fault.byPx ? one : most), first)]
}

/** Words that reach out of the button, the badge or the panel that is painted around them. */
export function spilt(shown: readonly Shown[]): Found[] {
  return shown.flatMap((one): Found[] => {
    const panel = one.kind === 'text' ? panelAround(one.element) : null
    if (!panel) return []
    const around = panel.getBoundingClientRect()
    const found = one.boxes.flatMap((whole): Found[] => {
      const box = seenNow(whole, one.frames)
      if (!box) return []
      const out = {
        left: around.left - box.left,
        right: box.right - around.right,
        top: around.top - box.top,
        bottom: box.bottom - around.bottom,
      }
      const [edge, byPx] = Object.entries(out).toSorted(([, a], [, b]) => b - a)[0]!
      if (byPx <= TOLERANCE_PX) return []
      const fault: LayoutFault = {
        kind: 'spilt',
        part: partOf(one.element, box, one.text),
        edge: edge as keyof typeof out,
        byPx,
        by: named(panel),
      }
      return [{ fault, element: one.element }]
    })
    return worst(found)
  })
}

/** The nearest element around words whose edges can be seen. What is inline has a box for each line. */
function panelAround(element: Element): Element | null {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.display !== 'inline' && hasEdges(style)) return at
  }
  return null
}

/** A choice or a placeholder that is longer than its field: these have no boxes to be looked at. */
export function cutInFields(shown: readonly Shown[]): Found[] {
  return shown.flatMap(({ element }): Found[] => {
    const text = isSeen(element) ? writtenIn(element) : ''
    if (text === '') return []
    const style = getComputedStyle(element)
    const room =
      element.clientWidth -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight)
    const byPx = widthOf(text, element) - room
    if (byPx <= TOLERANCE_PX) return []
    const part = partOf(element, element.getBoundingClientRect(), text)
    return [{ fault: { kind: 'cut', part, edge: 'right', byPx, by: named(element) }, element }]
  })
}

function writtenIn(element: Element): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? ''
  const isEmptyField = element instanceof HTMLInputElement && element.value === ''
  return isEmptyField && element.type !== 'range' ? element.placeholder : ''
}
