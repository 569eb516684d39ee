import { beforeEach, describe, expect, it, vi } from 'vitest'
import { captureOverFakes, DEFAULT, HEADSET, opened } from './captureOverFakes'
import { FakeTrackProcessor } from './fakeAudio'
import { type FakeStream, settle, SUBJECT } from './fakes'

const fakes = captureOverFakes()
const labelOf = (stream: FakeStream) => stream.getAudioTracks()[0]?.label

describe('an interface', () => {
  it('is heard through each input of an interface, of which the loudest counts', async () => {
    const { devices, main, capture } = fakes
    devices.isDefaultHidden = true
    await devices.change(['Big', 'Big, inputs 1 and 2', 'Big, inputs 3 and 4', 'Headset'])
    main.answers['microphone.source'] = () => ({ ok: true, value: 'Big' })
    await opened(fakes)
    await vi.waitFor(() => expect(FakeTrackProcessor.all).toHaveLength(3))
    const [mix, first, second] = FakeTrackProcessor.all
    const level = (of: number) => new Float32Array(960).fill(of)
    for (let pieces = 0; pieces < 3; pieces += 1) {
      await new Promise((resolve) => setTimeout(resolve, 80))
      mix?.deliver(48_000, level(0.01))
      first?.deliver(48_000, level(0), level(0.001))
      second?.deliver(48_000, level(0.5), level(0))
      await settle()
    }
    expect(capture.levels.amplitudeAt(capture.levels.count - 1)).toBe(0.5)
    capture.close()
    await vi.waitFor(() => expect(devices.liveCount).toBe(0))
  })

  describe('with several inputs', () => {
    const INPUTS = ['Big, inputs 1 and 2', 'Big, inputs 3 and 4']
    let source: string
    beforeEach(async () => {
      source = 'Big'
      fakes.devices.isDefaultHidden = true
      fakes.main.answers['microphone.source'] = () => ({ ok: true, value: source })
      await fakes.devices.change(['Big', ...INPUTS, 'Headset'])
    })
    const labels = () => fakes.devices.streams.filter(({ active }) => active).map(labelOf)

    it('is heard through each of them as soon as a take can begin', async () => {
      const { snapshot } = fakes.capture
      const heard = new Promise((resolve) => {
        snapshot.subscribe(() => snapshot.get().state.kind === 'ready' && resolve(labels()))
      })
      fakes.capture.open(DEFAULT)
      expect(await heard).toEqual(['Default', ...INPUTS])
    })

    it('is heard through each of them after a take that began before there were any', async () => {
      await fakes.devices.change(['Big', 'Headset'])
      await opened(fakes)
      fakes.capture.record(SUBJECT)
      await fakes.devices.change(['Big', ...INPUTS, 'Headset'])
      expect(labels()).toEqual(['Default'])
      await fakes.capture.stop()
      await vi.waitFor(() => expect(labels()).toEqual(['Default', ...INPUTS]))
    })

    it('is waited for while the sound server says nothing, but not for longer than a second', async () => {
      fakes.main.answers['microphone.source'] = () => new Promise<never>(() => undefined)
      const askedAtMs = performance.now()
      fakes.capture.open(DEFAULT)
      await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'), 5000)
      expect(performance.now() - askedAtMs).toBeGreaterThan(900)
    })

    it('that is not the one in use holds no other microphone up', async () => {
      fakes.main.answers['microphone.source'] = () => new Promise<never>(() => undefined)
      fakes.capture.open(HEADSET)
      await settle()
      await settle()
      expect(fakes.capture.state.kind).toBe('ready')
    })

    it('is not heard through them in the middle of a take, though they were asked for before', async () => {
      let open = () => {}
      const isOpen = new Promise<void>((resolve) => (open = resolve))
      const { getUserMedia } = fakes.devices
      vi.spyOn(fakes.devices, 'getUserMedia').mockImplementation(async (wanted) => {
        if (wanted.audio.deviceId) await isOpen
        return getUserMedia(wanted)
      })
      fakes.capture.open(DEFAULT)
      await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'), 3000)
      fakes.capture.record(SUBJECT)
      open()
      await settle()
      await settle()
      expect(labels()).toEqual(['Default'])
      await fakes.capture.stop()
      await vi.waitFor(() => expect(labels()).toEqual(['Default', ...INPUTS]))
    })

    it('is left for the microphone that the system has gone over to', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      await opened(fakes)
      await vi.waitFor(() => expect(labels()).toEqual(['Default', ...INPUTS]))
      source = 'Headset'
      await vi.advanceTimersByTimeAsync(1000)
      await vi.waitFor(() => expect(labels()).toEqual(['Default']))
      vi.useRealTimers()
    })
  })
})
