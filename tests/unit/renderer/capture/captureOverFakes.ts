import { afterEach, beforeEach, expect, vi } from 'vitest'
import { Capture } from '../../../../renderer/capture/capture'
import type { MicrophoneWishes } from '../../../../renderer/microphone/openMicrophone'
import type { MicrophoneInUse } from '../../../../renderer/microphone/openedMicrophone'
import type { Take } from '../../../../shared/model'
import { type FakeDevices, FakeTrackProcessor, stubAudio } from './fakeAudio'
import { FakeMediaRecorder, type FakeMain, FRAME, settle, stubPage, SUBJECT } from './fakes'

export const PROCESSING = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
}
export const DEFAULT: MicrophoneWishes = { microphoneId: null, processing: PROCESSING }
export const HEADSET: MicrophoneWishes = { microphoneId: 'Headset', processing: PROCESSING }

interface OverFakes {
  main: FakeMain
  devices: FakeDevices
  capture: Capture
  saved: Take[]
}

/** A main process, devices and a capture for each test of a file; only the capture is real. */
export function captureOverFakes(): OverFakes {
  const fakes = {} as OverFakes
  beforeEach(() => {
    const saved: Take[] = []
    const capture = new Capture()
    capture.tellTakesTo((take) => void saved.push(take))
    Object.assign(fakes, { main: stubPage(), devices: stubAudio(), capture, saved })
  })
  afterEach(async () => {
    fakes.capture.close()
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('closed'))
    vi.unstubAllGlobals()
  })
  return fakes
}

export async function opened({ capture }: OverFakes, wishes = DEFAULT): Promise<void> {
  capture.open(wishes)
  await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
  await settle()
}

/** 20 ms of sound, after those before it were surely read. */
export async function sound(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 80))
  FakeTrackProcessor.last.post(FRAME)
  await settle()
}

export async function recording({ capture }: OverFakes): Promise<FakeMediaRecorder> {
  capture.record(SUBJECT)
  const encoder = FakeMediaRecorder.last
  encoder.started()
  await sound()
  expect(capture.state).toMatchObject({ kind: 'recording', takeId: 'take-1', takeNumber: 1 })
  return encoder
}

/** The microphone that is open, and nothing special about it unless that is said. */
export function inUse(label: string, change: Partial<MicrophoneInUse> = {}): MicrophoneInUse {
  return { label, isFallback: false, isDoubtful: false, isMoved: false, ...change }
}
