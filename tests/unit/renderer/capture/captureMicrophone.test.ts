import { describe, expect, it, vi } from 'vitest'
import {
  captureOverFakes,
  DEFAULT,
  HEADSET,
  inUse,
  opened,
  PROCESSING,
  sound,
} from './captureOverFakes'
import { settle } from './fakes'

const fakes = captureOverFakes()

describe('the microphone', () => {
  it('is opened as the settings say, and measured', async () => {
    fakes.capture.open({ ...DEFAULT, processing: { ...PROCESSING, noiseSuppression: true } })
    expect(fakes.capture.state.kind).toBe('opening')
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    const asked = { channelCount: 1, ...PROCESSING, noiseSuppression: true }
    expect(fakes.devices.asked).toEqual([{ ...asked, deviceId: { exact: 'Desk' } }])
    await sound()
    expect(fakes.capture.levels.count).toBe(1)
    expect(fakes.capture.levels.isKeptAt(0)).toBe(false)
  })

  it('is named, and listed with the default one first', async () => {
    await opened(fakes)
    const { microphone, microphones } = fakes.capture.snapshot.get()
    expect(microphone).toEqual(inUse('Desk'))
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
    fakes.devices.refusal = refusal
    fakes.capture.open(HEADSET)
    await vi.waitFor(() => expect(fakes.capture.state).toMatchObject({ kind: 'failed', reason }))
    expect(fakes.devices.liveCount).toBe(0)
    fakes.devices.refusal = null
    fakes.capture.retry()
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
  })

  it('is the default one when the chosen one is gone, until that comes back', async () => {
    await fakes.devices.change(['Desk'])
    await opened(fakes, HEADSET)
    expect(fakes.capture.snapshot.get().microphone).toEqual(inUse('Desk', { isFallback: true }))
    await fakes.devices.change(['Desk', 'Headset'])
    await vi.waitFor(() =>
      expect(fakes.capture.snapshot.get().microphone).toEqual(inUse('Headset')),
    )
    expect(fakes.devices.liveCount).toBe(1)
  })

  it('follows the system to another default, and a choice to another device', async () => {
    await opened(fakes)
    await fakes.devices.change(['Headset', 'Desk'])
    await vi.waitFor(() => expect(fakes.capture.snapshot.get().microphone?.label).toBe('Headset'))
    await opened(fakes, { microphoneId: 'Desk', processing: PROCESSING })
    await vi.waitFor(() => expect(fakes.capture.snapshot.get().microphone?.label).toBe('Desk'))
    expect(fakes.devices.liveCount).toBe(1)
  })

  it('stays as it is when something else is plugged in', async () => {
    await opened(fakes)
    await fakes.devices.change(['Desk', 'Headset', 'Camera'])
    expect(fakes.devices.streams).toHaveLength(1)
    expect(fakes.capture.snapshot.get().microphones).toHaveLength(4)
  })

  it('is opened by its own id as the default one, but not where the system hides which it is', async () => {
    fakes.devices.isDefaultHidden = true
    await opened(fakes)
    expect(fakes.devices.asked).toEqual([{ channelCount: 2, ...PROCESSING }])
    const { microphone, microphones } = fakes.capture.snapshot.get()
    expect(microphone).toEqual(inUse('System default'))
    expect(microphones[0]).toEqual({ id: null, label: 'System default' })
  })

  it('is the only one where the system hides which one is the default', async () => {
    fakes.devices.isDefaultHidden = true
    await fakes.devices.change(['Desk'])
    await opened(fakes)
    expect(fakes.devices.asked).toMatchObject([{ deviceId: { exact: 'Desk' } }])
    // With a second one it may be either, so the system is asked to choose.
    await fakes.devices.change(['Desk', 'Headset'])
    await vi.waitFor(() =>
      expect(fakes.capture.snapshot.get().microphone?.label).toBe('System default'),
    )
    expect(fakes.devices.liveCount).toBe(1)
  })

  it('is opened although the one behind the default goes in that moment', async () => {
    const list = vi.spyOn(fakes.devices, 'enumerateDevices')
    const before = await fakes.devices.enumerateDevices()
    fakes.devices.plugged = ['Headset']
    list.mockResolvedValueOnce(before)
    await opened(fakes)
    expect(fakes.devices.last.label).toBe('Headset')
  })

  it('has the name that the sound server gives it, and is opened again when it was exchanged', async () => {
    const { devices, main } = fakes
    devices.isDefaultHidden = true
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    let source = 'Desk'
    main.answers['microphone.source'] = () => ({ ok: true, value: source })
    await opened(fakes)
    const microphone = () => fakes.capture.snapshot.get().microphone
    expect(microphone()).toEqual(inUse('Desk'))
    source = 'Headset'
    await vi.advanceTimersByTimeAsync(1000)
    await settle()
    expect(microphone()).toEqual(inUse('Headset'))
    expect(devices.streams).toHaveLength(1)

    await opened(fakes, HEADSET)
    source = 'Desk'
    await vi.advanceTimersByTimeAsync(1000)
    source = 'Headset'
    await vi.waitFor(() => expect(devices.streams).toHaveLength(3))
    await vi.waitFor(() => expect(microphone()).toEqual(inUse('Headset')))
    expect(devices.liveCount).toBe(1)
    vi.useRealTimers()
  })

  it('is opened as soon as there is one', async () => {
    await fakes.devices.change([])
    fakes.capture.open(DEFAULT)
    await vi.waitFor(() => expect(fakes.capture.state).toMatchObject({ reason: 'missing' }))
    await fakes.devices.change(['Camera'])
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
  })

  it('is asked for once, however long the person takes to allow it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const ask = vi
      .spyOn(fakes.devices, 'getUserMedia')
      .mockReturnValue(new Promise(() => undefined))
    fakes.capture.open(DEFAULT)
    await vi.advanceTimersByTimeAsync(10_000)
    await fakes.devices.change(['Desk', 'Headset', 'Camera'])
    expect(ask).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })

  it('is let go when the screen is left, also while it is still opening', async () => {
    fakes.capture.open(DEFAULT)
    fakes.capture.close()
    expect(fakes.capture.state.kind).toBe('closed')
    await settle()
    expect(fakes.devices.liveCount).toBe(0)
    expect(fakes.main.listenerCount('app.closing')).toBe(0)
  })

  it('survives being mounted twice, as React does to find mistakes', async () => {
    fakes.capture.open(DEFAULT)
    fakes.capture.close()
    await opened(fakes)
    expect(fakes.devices.liveCount).toBe(1)
    expect(fakes.main.listenerCount('app.closing')).toBe(1)
    fakes.capture.close()
    expect(fakes.devices.liveCount).toBe(0)
  })
})
