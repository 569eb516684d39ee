import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Take } from '../../../../shared/model'
import { Capture } from '../../../../renderer/capture/capture'
import type { MicrophoneWishes } from '../../../../renderer/capture/microphone'
import { type FakeDevices, FakeWorkletNode, stubAudio } from './fakeAudio'
import { FakeMediaRecorder, type FakeMain, FRAME, settle, stubPage, SUBJECT } from './fakes'

const processing = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const DEFAULT: MicrophoneWishes = { microphoneId: null, processing }
const HEADSET: MicrophoneWishes = { microphoneId: 'Headset', processing }

let main: FakeMain
let devices: FakeDevices
let capture: Capture
let saved: Take[]

beforeEach(() => {
  main = stubPage()
  devices = stubAudio()
  capture = new Capture()
  saved = []
  capture.tellTakesTo((take) => void saved.push(take))
})

afterEach(() => vi.unstubAllGlobals())

async function opened(wishes = DEFAULT): Promise<void> {
  capture.open(wishes)
  await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
  await settle()
}

async function recording(): Promise<FakeMediaRecorder> {
  capture.record(SUBJECT)
  const encoder = FakeMediaRecorder.last
  encoder.started()
  FakeWorkletNode.last.post(FRAME, 10)
  await settle()
  expect(capture.state).toMatchObject({ kind: 'recording', takeId: 'take-1', takeNumber: 1 })
  return encoder
}

describe('the microphone', () => {
  it('is opened in one channel, as the settings say, and measured', async () => {
    capture.open({ ...DEFAULT, processing: { ...processing, noiseSuppression: true } })
    expect(capture.state.kind).toBe('opening')
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
    expect(devices.asked).toEqual([{ channelCount: 1, ...processing, noiseSuppression: true }])
    FakeWorkletNode.last.post(FRAME)
    expect(capture.levels.count).toBe(1)
    expect(capture.levels.isKeptAt(0)).toBe(false)
  })

  it('is named, and listed with the default one first', async () => {
    await opened()
    const { microphone, microphones } = capture.snapshot.get()
    expect(microphone).toEqual({ label: 'Desk', isFallback: false })
    expect(microphones).toEqual([
      { id: null, label: 'System default (Desk)' },
      { id: 'Desk', label: 'Desk' },
      { id: 'Headset', label: 'Headset' },
    ])
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'unavailable'],
  ])('says what %s means, and can be tried again', async (refusal, reason) => {
    devices.refusal = refusal
    capture.open(HEADSET)
    await vi.waitFor(() => expect(capture.state).toMatchObject({ kind: 'failed', reason }))
    expect(devices.liveCount).toBe(0)
    devices.refusal = null
    capture.retry()
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
  })

  it('is the default one when the chosen one is gone, until that comes back', async () => {
    await devices.change(['Desk'])
    await opened(HEADSET)
    expect(capture.snapshot.get().microphone).toEqual({ label: 'Desk', isFallback: true })
    await devices.change(['Desk', 'Headset'])
    await vi.waitFor(() =>
      expect(capture.snapshot.get().microphone).toEqual({ label: 'Headset', isFallback: false }),
    )
    expect(devices.liveCount).toBe(1)
  })

  it('follows the system to another default, and a choice to another device', async () => {
    await opened()
    await devices.change(['Headset', 'Desk'])
    await vi.waitFor(() => expect(capture.snapshot.get().microphone?.label).toBe('Headset'))
    await opened({ microphoneId: 'Desk', processing })
    await vi.waitFor(() => expect(capture.snapshot.get().microphone?.label).toBe('Desk'))
    expect(devices.liveCount).toBe(1)
  })

  it('stays as it is when something else is plugged in', async () => {
    await opened()
    await devices.change(['Desk', 'Headset', 'Camera'])
    expect(devices.streams).toHaveLength(1)
    expect(capture.snapshot.get().microphones).toHaveLength(4)
  })

  it('is opened as soon as there is one', async () => {
    await devices.change([])
    capture.open(DEFAULT)
    await vi.waitFor(() => expect(capture.state).toMatchObject({ reason: 'missing' }))
    await devices.change(['Camera'])
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
  })

  it('is asked for once, however long the person takes to allow it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const ask = vi.spyOn(devices, 'getUserMedia').mockReturnValue(new Promise(() => undefined))
    capture.open(DEFAULT)
    await vi.advanceTimersByTimeAsync(10_000)
    await devices.change(['Desk', 'Headset', 'Camera'])
    expect(ask).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })

  it('is let go when the screen is left, also while it is still opening', async () => {
    capture.open(DEFAULT)
    capture.close()
    expect(capture.state.kind).toBe('closed')
    await settle()
    expect(devices.liveCount).toBe(0)
    expect(main.listenerCount('app.closing')).toBe(0)
  })

  it('survives being mounted twice, as React does to find mistakes', async () => {
    capture.open(DEFAULT)
    capture.close()
    await opened()
    expect(devices.liveCount).toBe(1)
    expect(main.listenerCount('app.closing')).toBe(1)
    capture.close()
    expect(devices.liveCount).toBe(0)
  })
})

describe('a take', () => {
  it('is recorded, paused, and saved', async () => {
    await opened()
    await recording()
    capture.pause()
    expect(capture.state.kind).toBe('paused')
    FakeWorkletNode.last.post(FRAME, 10)
    expect(capture.elapsedMs).toBe(200)
    capture.resume()
    expect(capture.state.kind).toBe('recording')

    const take = await capture.stop()
    expect(take).toMatchObject({ id: 'take-1', state: 'ready' })
    expect(saved).toEqual([take])
    expect(capture.state).toEqual({ kind: 'ready', fault: null })
    expect(capture.elapsedMs).toBe(200)
    expect(await capture.stop()).toBeNull()
  })

  it('is saved when the screen is left in the middle of it, and then the microphone let go', async () => {
    await opened()
    await recording()
    capture.close()
    expect(devices.liveCount).toBe(1)
    await vi.waitFor(() => expect(capture.state.kind).toBe('closed'))
    expect(saved).toHaveLength(1)
    expect(devices.liveCount).toBe(0)
  })

  it('keeps its microphone; another choice waits for its end', async () => {
    await opened()
    await recording()
    capture.open(HEADSET)
    expect(capture.snapshot.get().microphone?.label).toBe('Desk')
    await capture.stop()
    await vi.waitFor(() => expect(capture.snapshot.get().microphone?.label).toBe('Headset'))
  })

  it('is saved when its microphone is pulled out, and the next one is opened', async () => {
    await opened()
    await recording()
    devices.plugged = ['Headset']
    devices.last.unplug()
    expect(capture.state).toMatchObject({ kind: 'saving', fault: { kind: 'device-gone' } })
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
    expect(saved).toHaveLength(1)
    expect(capture.state).toEqual({ kind: 'ready', fault: { kind: 'device-gone' } })
    expect(capture.snapshot.get().microphone?.label).toBe('Headset')
    capture.dismissFault()
    expect(capture.state).toEqual({ kind: 'ready', fault: null })
  })

  it('is saved when its microphone is gone although the system goes on with another', async () => {
    await opened(HEADSET)
    await recording()
    await devices.change(['Desk'])
    expect(devices.streams[0]?.label).toBe('Headset')
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
    expect(capture.state).toEqual({ kind: 'ready', fault: { kind: 'device-gone' } })
    expect(capture.snapshot.get().microphone).toEqual({ label: 'Desk', isFallback: true })
    expect(saved).toHaveLength(1)
  })

  it('says that no microphone is left, and why the take ended', async () => {
    await opened()
    await recording()
    devices.plugged = []
    devices.last.unplug()
    await vi.waitFor(() => expect(capture.state.kind).toBe('failed'))
    expect(capture.state).toMatchObject({ reason: 'missing', fault: { kind: 'device-gone' } })
    expect(saved).toHaveLength(1)
  })

  it('ends by itself when the disk is full', async () => {
    await opened()
    const encoder = await recording()
    encoder.chunk('one')
    await settle()
    main.fail('takes.append', 'DISK_FULL')
    encoder.chunk('two')
    await vi.waitFor(() => expect(capture.state.kind).toBe('ready'))
    expect(capture.state).toMatchObject({ fault: { kind: 'not-written', code: 'DISK_FULL' } })
    expect(saved).toHaveLength(1)
  })

  it('is not touched by what the one before it still has to say', async () => {
    await opened()
    const older = await recording()
    // An encoder whose source died: it never stops, and the wait for it is given up.
    vi.spyOn(older, 'stop').mockImplementation(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const ended = capture.stop()
    await vi.advanceTimersByTimeAsync(3000)
    await ended
    vi.useRealTimers()

    await recording()
    main.fail('takes.append', 'NOT_FOUND')
    older.chunk('late')
    await settle()
    expect(main.asked.at(-1)).toBe('takes.append')
    expect(capture.state).toMatchObject({ kind: 'recording' })
  })

  it('is finished before the window closes', async () => {
    await opened()
    await recording()
    main.emit('app.closing')
    await vi.waitFor(() => expect(main.asked.at(-1)).toBe('app.readyToClose'))
    expect(main.asked.at(-2)).toBe('takes.finish')
  })

  it('is not started without a microphone', () => {
    capture.record(SUBJECT)
    expect(main.asked).toEqual([])
  })
})
