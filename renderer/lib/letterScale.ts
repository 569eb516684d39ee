const USUAL_REM_PX = 16

/**
 * How many times as large as usual letters are, as somebody has set it for all that Chromium shows.
 * For drawings that are laid out in pixels around words; styles say rem.
 */
export function letterScale(): number {
  const { documentElement } = document
  const remPx = Number.parseFloat(getComputedStyle(documentElement).getPropertyValue('font-size'))
  return Number.isNaN(remPx) ? 1 : remPx / USUAL_REM_PX
}
