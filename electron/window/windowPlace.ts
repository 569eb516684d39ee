import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { replaceFileSync } from '../disk/durableFiles'
import { JITLESS } from '../ipc/jitless'

/** In device-independent pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Where the window is when it is neither full-screen nor maximised, and whether it is. */
export interface WindowPlace {
  bounds: Rectangle
  isMaximized: boolean
}

export const SMALLEST = { width: 720, height: 520 }
export const USUAL = { width: 1280, height: 800 }

/** At least this much of the title bar has to be on a screen, or nobody could drag it back. */
const VISIBLE = { width: 120, height: 40 }

const Pixels = z.number().int()
const PlaceSchema = z.object({
  bounds: z.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels }),
  isMaximized: z.boolean(),
})

/** The place that was remembered, unless there is none, it is broken, or its screen is gone. */
export function readPlace(file: string, screens: readonly Rectangle[]): WindowPlace | null {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
  const place = PlaceSchema.safeParse(json, JITLESS).data
  if (!place) return null
  const bounds = fitTo(screens, place.bounds)
  return bounds && { ...place, bounds }
}

/** Remembers the place. Nothing is lost when it cannot be stored, so that is no error. */
export function savePlace(file: string, place: WindowPlace): void {
  try {
    replaceFileSync(file, JSON.stringify(place))
  } catch (error) {
    console.error('The place of the window was not saved', error)
  }
}

/** The same place, made to fit the screen that shows most of its title bar; null when none does. */
export function fitTo(screens: readonly Rectangle[], bounds: Rectangle): Rectangle | null {
  const titleBar = { ...bounds, height: VISIBLE.height }
  const [best] = screens
    .map((screen) => ({ screen, shown: overlap(screen, titleBar) }))
    .filter(({ shown }) => shown.width >= VISIBLE.width && shown.height >= VISIBLE.height)
    .toSorted((one, other) => other.shown.width - one.shown.width)
  if (!best) return null
  return {
    ...bounds,
    width: Math.max(SMALLEST.width, Math.min(bounds.width, best.screen.width)),
    height: Math.max(SMALLEST.height, Math.min(bounds.height, best.screen.height)),
  }
}

function overlap(one: Rectangle, other: Rectangle): { width: number; height: number } {
  const right = Math.min(one.x + one.width, other.x + other.width)
  const bottom = Math.min(one.y + one.height, other.y + other.height)
  return { width: right - Math.max(one.x, other.x), height: bottom - Math.max(one.y, other.y) }
}
