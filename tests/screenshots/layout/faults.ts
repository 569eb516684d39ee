/** Which edge of a box; `whole` when nothing of it can be seen. */
export type Edge = 'top' | 'bottom' | 'left' | 'right'

/** Something that is seen, as a person would point at it. Its box is in CSS pixels of the window. */
export interface Part {
  readonly what: string
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** What is wrong with where things are on a page; `byPx` says by how many CSS pixels. */
export type LayoutFault =
  /** A part reaches out of `by`, which shows nothing outside itself and does not scroll so far. */
  | { kind: 'cut'; part: Part; edge: Edge; byPx: number; by: string }
  /** A part reaches out of the window, and no scrolling brings it in. */
  | { kind: 'outside'; part: Part; edge: Edge; byPx: number }
  /** Words reach out of the button or field that they belong to. */
  | { kind: 'spilt'; part: Part; edge: Edge; byPx: number; by: string }
  /** Two parts are drawn over each other, and no scrolling takes them apart. */
  | { kind: 'overlap'; part: Part; over: Part; byPx: number }
  /** A part that scrolls where nothing should, or where something else scrolls too. */
  | { kind: 'scroller'; part: Part; byPx: number; why: string }

/**
 * What is meant to be so: faults of this kind are none where the part, or something around it,
 * matches `what`, and, for an overlap, the other one `over` (in either order).
 */
export interface Meant {
  readonly kind: LayoutFault['kind']
  /** A CSS selector: by role and name where there is one. */
  readonly what: string
  readonly over?: string
  /** With what the names of the pictures begin in which it is meant; usually in all. */
  readonly in?: readonly string[]
  readonly because: string
}

/** What is asked of the page. */
export interface LayoutQuestion {
  readonly meant: readonly Meant[]
  /** Whether the window is as high as usual: a page in a lower one may scroll as one. */
  readonly isRoomy: boolean
}

export interface LayoutAnswer {
  readonly faults: readonly LayoutFault[]
  /** The places in the list `meant` that excused something here. */
  readonly excused: readonly number[]
}

/** A fault in one line: which part, where, and by how much. */
export function wordsOf(fault: LayoutFault): string {
  const { part } = fault
  const { x, y, width, height } = part.box
  const which = `${part.what} at ${px(x)},${px(y)}, ${px(width)} x ${px(height)}`
  const by = `${px(fault.byPx)} px`
  switch (fault.kind) {
    case 'cut':
      return `cut by ${by} at its ${fault.edge}: ${which}, by ${fault.by}`
    case 'outside':
      return `outside the window by ${by} at the ${fault.edge}: ${which}`
    case 'spilt':
      return `spilt by ${by} at the ${fault.edge} of ${fault.by}: ${which}`
    case 'overlap': {
      const { box } = fault.over
      return `overlap of ${by}: ${which}, and ${fault.over.what} at ${px(box.x)},${px(box.y)}, ${px(box.width)} x ${px(box.height)}`
    }
    case 'scroller':
      return `${fault.why}: ${which}, by ${by}`
  }
}

function px(value: number): number {
  return Math.round(value * 10) / 10
}
