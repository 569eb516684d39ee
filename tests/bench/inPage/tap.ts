import type { Page } from '@playwright/test'

/** What came out of the microphone while it was listened to. */
export interface Heard {
  /** When somebody clicked, in the page's time. */
  clickedAtMs: number
  sampleRate: number
  samples: Float32Array
  /** When the page could have had the sample at this index, at the earliest. */
  deliveredAtMs: (index: number) => number
}

interface Frame {
  /** When it was recorded, by the microphone's own clock. */
  recordedAtMs: number
  arrivedAtMs: number
  sampleRate: number
  samples: number[]
}

/** Lets the microphone that a page opens be heard a second time: call before it is opened. */
export function keepMicrophone(page: Page): Promise<void> {
  return page.evaluate(() => {
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      Reflect.set(globalThis, 'microphone', stream)
      return stream
    }
  })
}

/** Listens from now on, until the returned function is called. */
export async function tapMicrophone(page: Page): Promise<() => Promise<Heard>> {
  const tap = await page.evaluateHandle(async () => {
    interface Sound {
      timestamp: number
      sampleRate: number
      numberOfFrames: number
      copyTo: (to: Float32Array, options: { planeIndex: number; format: string }) => void
      close: () => void
    }
    type Processor = new (options: { track: MediaStreamTrack }) => {
      readable: ReadableStream<Sound>
    }
    const microphone = Reflect.get(globalThis, 'microphone') as MediaStream
    const track = microphone.getAudioTracks()[0]!.clone()
    const TrackProcessor = Reflect.get(globalThis, 'MediaStreamTrackProcessor') as Processor
    const reader = new TrackProcessor({ track }).readable.getReader()
    const heard = { clickedAtMs: Number.NaN, frames: [] as Frame[] }
    document.addEventListener('click', ({ timeStamp }) => (heard.clickedAtMs = timeStamp), {
      capture: true,
      once: true,
    })
    const readOne = async () => {
      const { done, value } = await reader.read()
      if (done) return false
      const samples = new Float32Array(value.numberOfFrames)
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      heard.frames.push({
        recordedAtMs: value.timestamp / 1000,
        arrivedAtMs: performance.now(),
        sampleRate: value.sampleRate,
        samples: Array.from(samples),
      })
      value.close()
      return true
    }
    await readOne() // it really listens
    const readOn = async () => {
      while (await readOne());
    }
    return { heard, ended: readOn(), stop: () => track.stop() }
  })
  return async () => {
    const { clickedAtMs, frames } = await tap.evaluate(async ({ heard, ended, stop }) => {
      stop()
      await ended
      return heard
    })
    return heardIn(clickedAtMs, frames)
  }
}

function heardIn(clickedAtMs: number, frames: readonly Frame[]): Heard {
  // The quickest way from the microphone to the page; that a frame came later was the page's fault.
  const wayMs = Math.min(
    ...frames.map(({ arrivedAtMs, recordedAtMs }) => arrivedAtMs - recordedAtMs),
  )
  const ends: number[] = []
  let count = 0
  for (const { samples } of frames) {
    count += samples.length
    ends.push(count)
  }
  return {
    clickedAtMs,
    sampleRate: frames[0]?.sampleRate ?? 0,
    samples: Float32Array.from(frames.flatMap(({ samples }) => samples)),
    deliveredAtMs: (index) => {
      const frame = frames[ends.findIndex((end) => index < end)]
      return frame ? frame.recordedAtMs + wayMs : Number.NaN
    },
  }
}
