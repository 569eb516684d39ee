import { describe, expect, it, vi } from 'vitest'
import {
  captureOverFakes,
  DEFAULT,
  HEADSET,
  inUse,
  opened,
  recording,
  sound,
} from './captureOverFakes'
import { FakeMediaRecorder, settle, SUBJECT } from './fakes'

const fakes = captureOverFakes()

describe('a take', () => {
  it('is recorded, paused, and saved', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.capture.pause()
    expect(fakes.capture.state.kind).toBe('paused')
    await sound()
    expect(fakes.capture.elapsedMs).toBe(20)
    fakes.capture.resume()
    expect(fakes.capture.state.kind).toBe('recording')

    const { take } = await fakes.capture.stop()
    expect(take).toMatchObject({ id: 'take-1', state: 'ready' })
    expect(fakes.saved).toEqual([take])
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: null })
    expect(fakes.capture.elapsedMs).toBe(20)
    expect(await fakes.capture.stop()).toEqual({ take: null, fault: null })
  })

  it('is saved when the screen is left in the middle of it, and then the microphone let go', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.capture.close()
    expect(fakes.devices.liveCount).toBe(1)
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('closed'))
    expect(fakes.saved).toHaveLength(1)
    expect(fakes.devices.liveCount).toBe(0)
  })

  it('tells what went wrong when it could not be closed after its screen was left', async () => {
    const told: unknown[] = []
    fakes.capture.tellUnseenFaultsTo((fault) => void told.push(fault))
    await opened(fakes)
    await recording(fakes)
    fakes.main.fail('takes.finish', 'DISK_FULL')
    fakes.capture.close()
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('closed'))
    expect(told).toEqual([{ kind: 'not-finished', code: 'DISK_FULL' }])
  })

  it('tells nobody else of what the screen itself shows', async () => {
    const told: unknown[] = []
    fakes.capture.tellUnseenFaultsTo((fault) => void told.push(fault))
    await opened(fakes)
    await recording(fakes)
    fakes.main.fail('takes.finish', 'DISK_FULL')
    const { fault } = await fakes.capture.stop()
    expect(fault).toEqual({ kind: 'not-finished', code: 'DISK_FULL' })
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault })
    expect(told).toEqual([])
  })

  it('keeps its microphone; another choice waits for its end', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.capture.open(HEADSET)
    expect(fakes.capture.snapshot.get().microphone?.label).toBe('Desk')
    await fakes.capture.stop()
    await vi.waitFor(() => expect(fakes.capture.snapshot.get().microphone?.label).toBe('Headset'))
  })

  it('is saved when its microphone is pulled out, and the next one is opened', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.devices.plugged = ['Headset']
    fakes.devices.last.unplug()
    expect(fakes.capture.state).toMatchObject({ kind: 'saving', fault: { kind: 'device-gone' } })
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    expect(fakes.saved).toHaveLength(1)
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: { kind: 'device-gone' } })
    expect(fakes.capture.snapshot.get().microphone?.label).toBe('Headset')
    fakes.capture.dismissFault()
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: null })
  })

  it('is saved when its microphone is gone although the system goes on with another', async () => {
    await opened(fakes, HEADSET)
    await recording(fakes)
    await fakes.devices.change(['Desk'])
    expect(fakes.devices.streams[0]?.label).toBe('Headset')
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: { kind: 'device-gone' } })
    expect(fakes.capture.snapshot.get().microphone).toEqual(inUse('Desk', { isFallback: true }))
    expect(fakes.saved).toHaveLength(1)
  })

  it('goes on when devices come or go and only the system knows which one records', async () => {
    fakes.devices.isDefaultHidden = true
    await opened(fakes)
    await recording(fakes)
    const doubtful = () => fakes.capture.snapshot.get().microphone?.isDoubtful
    expect(doubtful()).toBe(false)
    await fakes.devices.change(['Headset'])
    expect(doubtful()).toBe(true)
    expect(fakes.capture.state.kind).toBe('recording')
    await fakes.capture.stop()
    expect(fakes.saved).toHaveLength(1)
    // Opened anew, it is known again.
    await vi.waitFor(() =>
      expect(fakes.capture.snapshot.get().microphone).toEqual(inUse('Headset')),
    )
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: null })
  })

  it('goes on when the system gives it another microphone, and says so until it ends', async () => {
    const { capture, devices, main } = fakes
    devices.isDefaultHidden = true
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    let source = 'Desk'
    main.answers['microphone.source'] = () => ({ ok: true, value: source })
    await opened(fakes)
    await recording(fakes)
    source = 'Headset'
    await vi.advanceTimersByTimeAsync(1000)
    await settle()
    const microphone = () => capture.snapshot.get().microphone
    expect(microphone()).toEqual(inUse('Headset', { isMoved: true }))
    expect(capture.state.kind).toBe('recording')
    await capture.stop()
    expect(microphone()).toEqual(inUse('Headset'))
    expect(devices.streams).toHaveLength(1)
    vi.useRealTimers()
  })

  it('raises no doubt where the system gives nothing another microphone', async () => {
    await opened(fakes)
    await recording(fakes)
    await fakes.devices.change(['Desk', 'Headset', 'Camera'])
    expect(fakes.capture.snapshot.get().microphone?.isDoubtful).toBe(false)
  })

  it('is saved when the last microphone goes, whichever it was', async () => {
    fakes.devices.isDefaultHidden = true
    await opened(fakes)
    await recording(fakes)
    await fakes.devices.change([])
    await vi.waitFor(() => expect(fakes.saved).toHaveLength(1))
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('failed'))
    expect(fakes.capture.state).toMatchObject({ reason: 'missing', fault: { kind: 'device-gone' } })
  })

  it('says that no microphone is left, and why the take ended', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.devices.plugged = []
    fakes.devices.last.unplug()
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('failed'))
    expect(fakes.capture.state).toMatchObject({ reason: 'missing', fault: { kind: 'device-gone' } })
    expect(fakes.saved).toHaveLength(1)
  })

  it('ends by itself when the disk is full', async () => {
    await opened(fakes)
    const encoder = await recording(fakes)
    encoder.chunk('one')
    await settle()
    fakes.main.fail('takes.append', 'DISK_FULL')
    encoder.chunk('two')
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    expect(fakes.capture.state).toMatchObject({ fault: { kind: 'not-written', code: 'DISK_FULL' } })
    expect(fakes.saved).toHaveLength(1)
  })

  it('is not touched by what the one before it still has to say', async () => {
    await opened(fakes)
    const older = await recording(fakes)
    // An encoder whose source died: it never stops, and the wait for it is given up.
    vi.spyOn(older, 'stop').mockImplementation(() => undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const ended = fakes.capture.stop()
    await vi.advanceTimersByTimeAsync(3000)
    await ended
    vi.useRealTimers()

    await recording(fakes)
    fakes.main.fail('takes.append', 'NOT_FOUND')
    older.chunk('late')
    await settle()
    expect(fakes.main.asked.at(-1)).toBe('takes.append')
    expect(fakes.capture.state).toMatchObject({ kind: 'recording' })
  })

  it('is finished before the window closes', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.main.emit('app.closing')
    await vi.waitFor(() => expect(fakes.main.asked.at(-1)).toBe('app.readyToClose'))
    expect(fakes.main.asked.at(-2)).toBe('takes.finish')
  })

  it('is the last one then: R pressed while it is saved starts no other', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.main.emit('app.closing')
    expect(fakes.capture.state.kind).toBe('saving')
    fakes.capture.record(SUBJECT)
    await vi.waitFor(() => expect(fakes.main.asked.at(-1)).toBe('app.readyToClose'))
    fakes.capture.record(SUBJECT)
    await settle()
    expect(fakes.main.asked.filter((name) => name === 'takes.begin')).toHaveLength(1)
    expect(fakes.capture.state.kind).toBe('ready')
  })

  it('is not started without a microphone', () => {
    fakes.capture.record(SUBJECT)
    expect(fakes.main.asked).toEqual([])
  })
})

describe('a wish that comes a moment too early', () => {
  const NEXT = { ...SUBJECT, questionId: 'trial/beta' }
  const begun = () => fakes.main.asked.filter((name) => name === 'takes.begin')

  it('is carried out when the microphone is open', async () => {
    fakes.capture.open(DEFAULT)
    expect(fakes.capture.state.kind).toBe('opening')
    fakes.capture.record(SUBJECT)
    expect(fakes.capture.state).toMatchObject({ kind: 'opening', wish: SUBJECT })
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('starting'))
    await vi.waitFor(() => expect(begun()).toHaveLength(1))
  })

  it('is taken back before that, and lost with the microphone', async () => {
    fakes.capture.open(DEFAULT)
    fakes.capture.record(SUBJECT)
    fakes.capture.withdraw()
    await opened(fakes)
    await settle()
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: null })
    expect(begun()).toEqual([])
  })

  it('is carried out after the take that is being saved', async () => {
    await opened(fakes)
    await recording(fakes)
    const saved = fakes.capture.stop()
    fakes.capture.record(NEXT)
    expect(fakes.capture.state).toMatchObject({ kind: 'saving', wish: NEXT })
    expect(await saved).toMatchObject({ take: { id: 'take-1' } })
    expect(fakes.capture.state.kind).toBe('starting')
    await vi.waitFor(() => expect(begun()).toHaveLength(2))
  })

  it('is given up when something else is wanted, and when the take was not saved well', async () => {
    await opened(fakes)
    await recording(fakes)
    const saved = fakes.capture.stop()
    fakes.capture.record(NEXT)
    void fakes.capture.stop()
    await saved
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: null })

    await recording(fakes)
    fakes.devices.last.unplug()
    fakes.capture.record(NEXT)
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    expect(fakes.capture.state).toEqual({ kind: 'ready', fault: { kind: 'device-gone' } })
  })

  it('pauses a take as soon as it records', async () => {
    await opened(fakes)
    fakes.capture.record(SUBJECT)
    fakes.capture.pause()
    FakeMediaRecorder.last.started()
    await sound()
    expect(fakes.capture.state.kind).toBe('paused')
    expect(FakeMediaRecorder.last.state).toBe('paused')
  })
})
