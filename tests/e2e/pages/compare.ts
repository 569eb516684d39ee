import type { Locator, Page } from '@playwright/test'

/** What the page knows of an audio element, and when things happened to it. */
interface HeardSound {
  takeId: string
  seconds: number
  isPaused: boolean
  volume: number
}

interface Watched {
  watchedSounds: HTMLAudioElement[]
  flipKeys: number[]
  soundStarts: { takeId: string; atMs: number; movedAtMs: number | null }[]
}

/** The screen on which two takes are compared. */
export class ComparePage {
  readonly page: Page
  readonly flip: Locator
  readonly takeA: Locator
  readonly takeB: Locator

  constructor(page: Page) {
    this.page = page
    this.flip = page.getByRole('button', { name: 'Flip', exact: true })
    this.takeA = page.getByRole('region', { name: 'Take A', exact: true })
    this.takeB = page.getByRole('region', { name: 'Take B', exact: true })
  }

  /** Goes there by its address. Every sound of the page is watched from then on. */
  static async open(page: Page, questionId: string, a: string, b: string): Promise<ComparePage> {
    await watchSounds(page)
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/compare/${questionId}/${a}/${b}`)
    return new ComparePage(page)
  }

  sounds(): Promise<HeardSound[]> {
    return this.page.evaluate(() =>
      (globalThis as unknown as Watched).watchedSounds
        .filter(({ src }) => src.startsWith('take:'))
        .map((audio) => ({
          takeId: new URL(audio.src).hostname,
          seconds: audio.currentTime,
          isPaused: audio.paused,
          volume: audio.volume,
        })),
    )
  }

  async playing(): Promise<HeardSound[]> {
    return (await this.sounds()).filter(({ isPaused }) => !isPaused)
  }

  /** From the key to the sound of the other take, by the page's own clock: for each flip so far. */
  flipTimes(): Promise<{ toPlayingMs: number; toMovingMs: number }[]> {
    return this.page.evaluate(() => {
      const { flipKeys, soundStarts } = globalThis as unknown as Watched
      return flipKeys.map((pressedAtMs) => {
        const start = soundStarts.find(({ atMs }) => atMs >= pressedAtMs)
        return {
          toPlayingMs: (start?.atMs ?? Number.NaN) - pressedAtMs,
          toMovingMs: (start?.movedAtMs ?? Number.NaN) - pressedAtMs,
        }
      })
    })
  }
}

async function watchSounds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched
    if (watched.watchedSounds) return
    watched.watchedSounds = []
    watched.flipKeys = []
    watched.soundStarts = []
    const Plain = globalThis.Audio
    globalThis.Audio = class extends Plain {
      constructor() {
        super()
        watched.watchedSounds.push(this)
        this.addEventListener('playing', () => {
          const start = {
            takeId: this.src,
            atMs: performance.now(),
            movedAtMs: null as number | null,
          }
          watched.soundStarts.push(start)
          const fromSeconds = this.currentTime
          const look = () => {
            if (this.currentTime > fromSeconds) start.movedAtMs = performance.now()
            else if (!this.paused) setTimeout(look, 1)
          }
          look()
        })
      }
    }
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'f') watched.flipKeys.push(performance.now())
      },
      { capture: true },
    )
  })
}
