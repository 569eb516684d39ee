import { inkOf } from './ink'
import { framesIn, framesOf, isTopLayer, type Frame } from './frames'

/** Something that a person reads or presses, with the boxes that are painted for it. */
export interface Shown {
  readonly kind: 'text' | 'control'
  /** The control; of a text, the element whose words they are. */
  readonly element: Element
  readonly text?: string
  /** A line each; of a control its box, or, where it paints none, what is in it. */
  readonly boxes: readonly DOMRect[]
  readonly frames: readonly Frame[]
}

export const CONTROLS =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="slider"], [role="tab"], [role="menuitem"], [tabindex="0"]:is([role="checkbox"], [role="radio"], [role="switch"])'
/** Text in these is not the page's: it is not drawn, or is drawn by the field itself. */
const NO_TEXT = 'script, style, noscript, template, option, textarea'

/** All that is shown of a page, also what has to be scrolled to. While a dialog is open, what is in it. */
export function allShown(): Shown[] {
  const root = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  return [...controlsIn(root), ...textsIn(root)]
}

function textsIn(root: Element): Shown[] {
  const shown: Shown[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || element.closest(NO_TEXT) || !isSeen(element)) continue
    const boxes = inkOf(node as Text)
    const frames = framesIn(element)
    if (boxes.length === 0 || isFoldedAway(frames)) continue
    shown.push({ kind: 'text', element, text: (node as Text).data, boxes, frames })
  }
  return shown
}

function controlsIn(root: Element): Shown[] {
  return [...root.querySelectorAll(CONTROLS)].flatMap((element) => {
    if (!isSeen(element)) return []
    const frames = framesOf(element)
    const box = element.getBoundingClientRect()
    if (box.width < 1 || box.height < 1 || isFoldedAway(frames)) return []
    return [{ kind: 'control' as const, element, boxes: paintedBoxes(element, box), frames }]
  })
}

/** A button without a border or a background is seen by its words alone, which are judged as words. */
function paintedBoxes(element: Element, box: DOMRect): DOMRect[] {
  if (element.matches('input, select, textarea') || isPainted(getComputedStyle(element)))
    return [box]
  return [...element.querySelectorAll('svg')].map((icon) => icon.getBoundingClientRect())
}

function isPainted(style: CSSStyleDeclaration): boolean {
  return hasEdges(style) || style.backgroundImage !== 'none' || bordersOf(style) > 0
}

/** Whether all four edges of a part can be seen. */
export function hasEdges(style: CSSStyleDeclaration): boolean {
  return !isClear(style.backgroundColor) || style.boxShadow !== 'none' || bordersOf(style) === 4
}

function bordersOf(style: CSSStyleDeclaration): number {
  const isDrawn = (side: 'Top' | 'Right' | 'Bottom' | 'Left') =>
    style[`border${side}Style`] !== 'none' &&
    Number.parseFloat(style[`border${side}Width`]) > 0 &&
    !isClear(style[`border${side}Color`])
  return (['Top', 'Right', 'Bottom', 'Left'] as const).filter(isDrawn).length
}

export function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour)
}

const readers = new WeakMap<Element, boolean>()

/** Whether an element is drawn at all, wherever it is. */
export function isSeen(element: Element): boolean {
  const isDrawn = element.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
  })
  return isDrawn && !isForReadersOnly(element)
}

/** There for screen readers, in a box without room or cut down to nothing. */
function isForReadersOnly(element: Element): boolean {
  const known = readers.get(element)
  if (known !== undefined) return known
  const style = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  const isTiny = width <= 1 && height <= 1 && style.overflowX !== 'visible'
  const isCutAway = /inset\((?:50|100)%/.test(style.clipPath) || /^rect\(0px,? 0px/.test(style.clip)
  const { parentElement } = element
  const is =
    isTiny ||
    isCutAway ||
    (parentElement !== null && !isTopLayer(element) && isForReadersOnly(parentElement))
  readers.set(element, is)
  return is
}

/** In a part that is folded to nothing: it is put away, not cut. */
function isFoldedAway(frames: readonly Frame[]): boolean {
  return frames.some(({ clip }) =>
    [clip.x, clip.y].some((span) => span !== null && span.end - span.start <= 1),
  )
}
