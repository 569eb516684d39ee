import { onTestFinished, vi } from 'vitest'
import { stopPlayback } from '../../renderer/player/playback'

/** jsdom has audio elements without sound: these play and pause, and stand where they are put. */
export function fakeSounds() {
  const elements = new Set<HTMLMediaElement>()
  const media = HTMLMediaElement.prototype
  const setPaused = (element: HTMLMediaElement, paused: boolean) => {
    Object.defineProperty(element, 'paused', { value: paused, configurable: true })
    element.dispatchEvent(new Event(paused ? 'pause' : 'play'))
  }
  vi.spyOn(media, 'load').mockImplementation(function load(this: HTMLMediaElement) {
    elements.add(this)
  })
  vi.spyOn(media, 'play').mockImplementation(function play(this: HTMLMediaElement) {
    elements.add(this)
    if (this.paused) setPaused(this, false)
    return Promise.resolve()
  })
  vi.spyOn(media, 'pause').mockImplementation(function pause(this: HTMLMediaElement) {
    if (!this.paused) setPaused(this, true)
  })
  onTestFinished(() => {
    stopPlayback()
    vi.restoreAllMocks()
  })
  return {
    playing: () => [...elements].filter(({ paused }) => !paused),
    /** The one that sounds goes on to this moment by itself. */
    goOn: (seconds: number) => {
      for (const element of elements) {
        if (element.paused) continue
        element.currentTime = seconds
        element.dispatchEvent(new Event('timeupdate'))
      }
    },
    /** What sounds turns out to be a file that cannot be read. */
    fail: () => {
      for (const element of elements) {
        if (!element.paused) element.dispatchEvent(new Event('error'))
      }
    },
    end: () => {
      for (const element of elements) {
        if (element.paused) continue
        Object.defineProperty(element, 'ended', { value: true, configurable: true })
        setPaused(element, true)
        element.dispatchEvent(new Event('ended'))
        Object.defineProperty(element, 'ended', { value: false, configurable: true })
      }
    },
  }
}

export const takeOfSound = ({ src }: HTMLMediaElement) => /^take:\/\/([^/]+)/.exec(src)?.[1]
