import { describe, expect, it, vi } from 'vitest'
import { saveAndFinishSession } from '../../../../renderer/session/saveAndFinishSession'
import { captureOverFakes, opened, recording } from '../capture/captureOverFakes'
import { SUBJECT } from '../capture/fakes'

const fakes = captureOverFakes()
const finish = () => saveAndFinishSession(fakes.capture, SUBJECT.sessionId)
const finished = () => fakes.main.asked.filter((name) => name === 'sessions.finish')

describe('finishing a session', () => {
  it('saves the running take first', async () => {
    await opened(fakes)
    await recording(fakes)
    expect(await finish()).toBe(true)
    expect(fakes.saved).toHaveLength(1)
    expect(finished()).toHaveLength(1)
  })

  it('waits for the person to read what went wrong with the last take, while another microphone opens', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.devices.plugged = ['Headset']
    fakes.devices.last.unplug()
    const isFinished = await finish()
    expect(fakes.capture.state).toEqual({
      kind: 'opening',
      wish: null,
      fault: { kind: 'device-gone' },
    })
    expect(isFinished).toBe(false)
    expect(finished()).toEqual([])
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
  })

  it('waits too when no microphone is left', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.devices.plugged = []
    fakes.devices.last.unplug()
    expect(await finish()).toBe(false)
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('failed'))
    expect(finished()).toEqual([])
  })

  it('ends when asked again: what went wrong is on the screen by then', async () => {
    await opened(fakes)
    await recording(fakes)
    fakes.devices.last.unplug()
    expect(await finish()).toBe(false)
    await vi.waitFor(() => expect(fakes.capture.state.kind).toBe('ready'))
    expect(await finish()).toBe(true)
    expect(finished()).toHaveLength(1)
  })
})
