import type { LayoutAnswer, LayoutQuestion, Meant } from '../faults'
import { covered, opaqueCovers, overlapping } from './overlap'
import { cutInFields, spilt, unreached, type Found } from './reached'
import { crowdedScrollers, sidewaysScrollers } from './scrollers'
import { allShown } from './shown'

/** Looks at the page as it stands. Scrolls nothing, and leaves nothing changed. */
export function look({ meant, isRoomy }: LayoutQuestion): LayoutAnswer {
  const shown = allShown()
  const found = [
    ...unreached(shown),
    ...cutInFields(shown),
    ...spilt(shown),
    ...oncePerPair([
      ...overlapping(shown),
      ...withAllInTheWay(() => covered(shown, opaqueCovers())),
    ]),
    ...sidewaysScrollers(),
    ...(isRoomy ? crowdedScrollers() : []),
  ]
  const excused = new Set<number>()
  const faults = found.filter((one) => {
    const places = meant.flatMap((entry, place) => (excuses(entry, one) ? [place] : []))
    for (const place of places) excused.add(place)
    return places.length === 0
  })
  return { faults: faults.map(({ fault }) => fault), excused: [...excused] }
}

/** Asked what is at a place, Chromium passes over what the mouse goes through: here it may not. */
function withAllInTheWay<Result>(ask: () => Result): Result {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { pointer-events: auto !important }')
  document.adoptedStyleSheets.push(sheet)
  try {
    return ask()
  } finally {
    document.adoptedStyleSheets.pop()
  }
}

/** What is covered may have been found as an overlap too. */
function oncePerPair(found: readonly Found[]): Found[] {
  return found.filter(
    (one, index) =>
      !found
        .slice(0, index)
        .some((other) => other.element === one.element && other.over === one.over),
  )
}

function excuses({ kind, what, over }: Meant, found: Found): boolean {
  if (kind !== found.fault.kind) return false
  const { element, over: other } = found
  if (!other) return isIn(element, what)
  if (over === undefined) return isIn(element, what) || isIn(other, what)
  return (isIn(element, what) && isIn(other, over)) || (isIn(other, what) && isIn(element, over))
}

function isIn(element: Element, selector: string): boolean {
  return element.closest(selector) !== null
}
