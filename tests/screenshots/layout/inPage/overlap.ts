import { partOf } from './describe'
import { framesOf, seenNow } from './frames'
import type { Found } from './reached'
import { CONTROLS, isClear, isSeen, type Shown } from './shown'
import { canBeUncovered, layerOf, overlapPx, type Placed } from './uncovering'

const TOLERANCE_PX = 1

/** One painted box of something shown. */
interface Piece extends Placed {
  readonly shown: Shown
  /** The button that words belong to, or the element itself. */
  readonly owner: Element
  readonly layer: Element | null
}

/** Words and controls that are drawn over each other, and no scrolling takes them apart. */
export function overlapping(shown: readonly Shown[]): Found[] {
  const pieces = shown.flatMap(piecesOf)
  const worst = new Map<Element, Map<Element, Found>>()
  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      const byPx = overlapPx(one.box, other.box)
      if (byPx <= TOLERANCE_PX || isAsItShould(one, other)) continue
      const ofOne = worst.get(one.owner) ?? new Map<Element, Found>()
      const known = ofOne.get(other.owner)
      if (known && known.fault.byPx >= byPx) continue
      worst.set(one.owner, ofOne.set(other.owner, foundIn(one, other, byPx)))
    }
  })
  return [...worst.values()].flatMap((ofOne) => [...ofOne.values()])
}

function piecesOf(shown: Shown): Piece[] {
  const { element, frames } = shown
  const owner = element.closest(CONTROLS) ?? element
  const layer = layerOf(element)
  return shown.boxes.flatMap((whole) => {
    const box = seenNow(whole, frames)
    return box ? [{ shown, element, frames, box, owner, layer }] : []
  })
}

function foundIn(one: Piece, other: Piece, byPx: number): Found {
  const part = partOf(one.element, one.box, one.shown.text)
  const over = partOf(other.element, other.box, other.shown.text)
  const fault = { kind: 'overlap', part, over, byPx } as const
  return { fault, element: one.element, over: other.element }
}

function isAsItShould(one: Piece, other: Piece): boolean {
  if (one.layer !== other.layer) return true
  if (one.owner.contains(other.owner) || other.owner.contains(one.owner)) return true
  if (isOneParagraph(one, other)) return true
  return canBeUncovered(one, other) || canBeUncovered(other, one)
}

function isOneParagraph(one: Piece, other: Piece): boolean {
  if (one.shown.kind !== 'text' || other.shown.kind !== 'text') return false
  return blockOf(one.element) === blockOf(other.element)
}

function blockOf(element: Element): Element {
  let block = element
  while (block.parentElement && getComputedStyle(block).display === 'inline') {
    block = block.parentElement
  }
  return block
}

/**
 * Words, or the middle of a control, under something that hides them and is neither: a bar's empty
 * place, a name that comes up.
 */
export function covered(shown: readonly Shown[], covers: readonly Placed[]): Found[] {
  return shown.flatMap(piecesOf).flatMap((one) => {
    const cover = covers.find((other) => isCovered(one, other))
    if (!cover) return []
    const part = partOf(one.element, one.box, one.shown.text)
    const over = partOf(cover.element, cover.box)
    const fault = { kind: 'overlap', part, over, byPx: overlapPx(one.box, cover.box) } as const
    return [{ fault, element: one.element, over: cover.element }]
  })
}

/** What is placed over the flow of the page, and cannot be seen through. */
export function opaqueCovers(): Placed[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const { position, backgroundColor } = getComputedStyle(element)
    // What can be pressed is compared with everything as it is.
    if (position === 'static' || !isOpaque(backgroundColor) || element.matches(CONTROLS)) return []
    const frames = framesOf(element)
    const box = isSeen(element) ? seenNow(element.getBoundingClientRect(), frames) : null
    return box ? [{ element, box, frames }] : []
  })
}

function isCovered(one: Piece, cover: Placed): boolean {
  if (overlapPx(one.box, cover.box) <= TOLERANCE_PX) return false
  if (one.owner.contains(cover.element) || cover.element.contains(one.element)) return false
  if (one.layer !== layerOf(cover.element) || !isOnTop(cover, one)) return false
  if (one.shown.kind === 'control' && !isInside(middleOf(one.box), cover.box)) return false
  return !canBeUncovered(one, cover)
}

function middleOf({ left, top, width, height }: DOMRectReadOnly): DOMPoint {
  return new DOMPoint(left + width / 2, top + height / 2)
}

function isInside({ x, y }: DOMPoint, { left, right, top, bottom }: DOMRectReadOnly): boolean {
  return x > left && x < right && y > top && y < bottom
}

/** Asks Chromium what is drawn last where both are. */
function isOnTop(cover: Placed, one: Piece): boolean {
  const left = Math.max(cover.box.left, one.box.left)
  const top = Math.max(cover.box.top, one.box.top)
  const right = Math.min(cover.box.right, one.box.right)
  const bottom = Math.min(cover.box.bottom, one.box.bottom)
  const { x, y } = middleOf(new DOMRect(left, top, right - left, bottom - top))
  const fromTheTop = document.elementsFromPoint(x, y)
  const place = fromTheTop.indexOf(cover.element)
  const places = fromTheTop.findIndex((element) => element.contains(one.element))
  return place >= 0 && (places < 0 || place < places)
}

function isOpaque(colour: string): boolean {
  const alpha = /(?:,|\/)\s*(0?\.\d+)\)$/.exec(colour)?.[1]
  return !isClear(colour) && (alpha === undefined || Number(alpha) > 0.5)
}
