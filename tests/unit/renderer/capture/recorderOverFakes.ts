import { afterEach, beforeEach, vi } from 'vitest'
import type { TakeFault } from '../../../../renderer/capture/captureMachine'
import { Recorder, type RecorderEvent } from '../../../../renderer/capture/recorder'
import { FakeMediaRecorder, type FakeMain, FakeStream, FRAME, stubPage, SUBJECT } from './fakes'

const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const INPUT = { ...SUBJECT, microphone: 'Desk', processing: PROCESSING }

interface OverFakes {
  main: FakeMain
  stream: FakeStream
  events: RecorderEvent[]
  faults: TakeFault[]
}

/** A main process, a microphone and a time for each test of a file, none of them real. */
export function recorderOverFakes(): OverFakes {
  const fakes = {} as OverFakes
  beforeEach(() => {
    // setImmediate stays real: reading a blob needs it.
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    })
    const stream = new FakeStream('Desk')
    Object.assign(fakes, { main: stubPage(), stream, events: [], faults: [] })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  return fakes
}

export function record({ stream, events, faults }: OverFakes): {
  recorder: Recorder
  encoder: FakeMediaRecorder
} {
  const recorder = new Recorder({ stream: stream as unknown as MediaStream, lagMs: 0 }, INPUT, {
    onEvent: (event) => events.push(event),
    onFault: (fault) => faults.push(fault),
  })
  return { recorder, encoder: FakeMediaRecorder.last }
}

export function hear(recorder: Recorder, count: number, frame = FRAME): void {
  for (let index = 0; index < count; index += 1) recorder.hear(frame)
}

/** Stops, and lets the time pass that the encoder is given for its last packet. */
export async function stop(recorder: Recorder) {
  const stopped = recorder.stop()
  await vi.advanceTimersByTimeAsync(100)
  return stopped
}
