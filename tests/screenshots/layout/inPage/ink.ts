/** How far the letters of a text stay inside the box that Chromium gives it, above and below. */
interface Margins {
  readonly top: number
  readonly bottom: number
}

const canvas = document.createElement('canvas').getContext('2d')!
const marginsOf = new Map<string, Margins>()

/**
 * The boxes of a text's letters, one for each line. Chromium's are as high as the font's tallest
 * letters and marks; they may overlap where no letter does.
 */
export function inkOf(text: Text): DOMRect[] {
  const { parentElement } = text
  if (!parentElement || text.data.trim() === '') return []
  const range = document.createRange()
  range.selectNodeContents(text)
  const margins = measured(text.data.trim(), parentElement)
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ left, top, width, height }) => {
      const inked = Math.max(1, height - margins.top - margins.bottom)
      return new DOMRect(left, top + margins.top, width, inked)
    })
}

function measured(text: string, element: Element): Margins {
  const font = fontOf(getComputedStyle(element))
  const key = `${font}\n${text}`
  const known = marginsOf.get(key)
  if (known) return known
  canvas.font = font
  const metrics = canvas.measureText(text)
  const margins = {
    top: Math.max(0, metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent),
    bottom: Math.max(0, metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent),
  }
  marginsOf.set(key, margins)
  return margins
}

/** How wide a text is that has no box of its own: a select's choice, a placeholder. */
export function widthOf(text: string, element: Element): number {
  const style = getComputedStyle(element)
  canvas.font = fontOf(style)
  canvas.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
  return canvas.measureText(text).width
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
}
